package content

import (
	"referat/generator/danish"
	"referat/generator/source"
)

// Subject is a thing with a status in time: at Nationalt Genom Center, one of
// the patient groups. It is known by its id, never by grammar.
type Subject struct {
	Path         source.Path
	ID           string
	Title        string
	TitlePos     source.Pos
	Source       Ref // where the title stands
	Order        int // place in the authority's own list, from 1
	OrderPos     source.Pos
	Aliases      []Alias
	Evaluation   Evaluation
	Report       Report
	Milestones   []Milestone
	Family       string
	FamilyNote   string // why the family is inferred; "" when a source says it
	Links        []NamedLink
	OldAddresses []OldAddress
	Text         *Fragment
	Anchors      Anchors
}

// Alias is another name, as some source has it.
type Alias struct {
	Name   string
	Lang   string         // "" is the site's language
	Date   danish.Partial // when the source says it; no words: not known
	Source Ref
	Pos    source.Pos
}

// Evaluation is the period in which a subject is evaluated. Years that the
// words lack are inferred, with the reason.
type Evaluation struct {
	Period   danish.Period
	Inferred string // why there are years; "" when the words say them
	From, To int    // the inferred years; 0 of none
	Source   Ref
}

// Report is the planned report.
type Report struct {
	Due       danish.Partial
	JointWith []string // ids of the subjects that share it
	JointPos  source.Pos
	Source    Ref
}

// Milestone is a dated step, done or planned.
type Milestone struct {
	Date   danish.Partial
	Title  string
	Stage  string // id of the stage of the report that it is; "" of another step
	Done   bool
	Source Ref
	Note   string
}

// NamedLink is an outside address with its text.
type NamedLink struct{ Title, URL string }

func parseSubject(f *source.File, v *Vocabulary) (*Subject, []source.Problem) {
	t, c, problems := open(f)
	if t == nil {
		return nil, problems
	}
	g := &Subject{
		Path: f.Path, ID: t.id(),
		Title: t.required("title", `title = "…"`), TitlePos: t.pos("title"), Source: t.ref("source"),
		Order: t.number("order", 1), OrderPos: t.pos("order"),
		Family: t.text("family"), FamilyNote: t.text("family_inferred"),
		OldAddresses: t.oldAddresses(),
	}
	for _, a := range t.tables("aliases") {
		g.Aliases = append(g.Aliases, Alias{Name: a.required("name", `name = "…"`), Lang: a.lang(), Date: a.partial("date"),
			Source: a.requiredRef("source"), Pos: a.pos("name")})
		a.end()
	}
	g.Evaluation = t.table("evaluation").evaluation()
	r := t.table("report")
	g.Report = Report{Due: r.partial("due"), JointWith: r.texts("joint_with"), JointPos: r.pos("joint_with"), Source: r.ref("source")}
	r.end()
	g.Milestones = t.milestones(v)
	for _, l := range t.tables("links") {
		g.Links = append(g.Links, l.namedLink())
	}
	t.end()
	g.Text, g.Anchors = c.whole(1)
	return g, t.problems(c)
}

func (t *table) namedLink() NamedLink {
	l := NamedLink{Title: t.required("title", `title = "…"`), URL: t.web("url")}
	if !t.has("url") {
		t.missing("url", `url = "https://…"`)
	}
	t.end()
	return l
}

func (t *table) evaluation() Evaluation {
	e := Evaluation{Source: t.ref("source"), Inferred: t.text("inferred"), From: t.number("from_year", 1900), To: t.number("to_year", 1900)}
	words := t.text("period")
	if words != "" {
		var err error
		if e.Period, err = danish.ParsePeriod(words); err != nil {
			t.report("period", source.BadPartialDate, words)
		}
	}
	if e.From != 0 || e.To != 0 {
		if e.Inferred == "" {
			t.missing("inferred", `inferred = "Årstallet er udledt af …"`)
		}
		if e.To == 0 {
			e.To = e.From
		}
		e.Period = e.Period.InYears(e.From, e.To)
	}
	if p := e.Period; !p.Start.From.IsZero() && !p.End.To.IsZero() && p.End.To.Before(p.Start.From) && !p.Start.NoYear {
		t.report("period", source.EndBeforeStart, p.Start.From.String(), p.End.To.String())
	}
	t.end()
	return e
}

func (t *table) milestones(v *Vocabulary) []Milestone {
	var list []Milestone
	for _, m := range t.tables("milestones") {
		step := Milestone{Date: m.partial("date"), Title: m.text("title"), Stage: m.choice("stage", v.stageIDs()...),
			Done: m.flag("done"), Source: m.requiredRef("source"), Note: m.text("note")}
		if step.Date.Words == "" && !m.has("date") {
			m.missing("date", `date = "ultimo oktober 2023"`)
		}
		if step.Title == "" {
			if step.Title = v.StageTitle(step.Stage); step.Title == "" && !m.has("stage") {
				m.missing("title", `title = "…"`)
			}
		}
		m.end()
		list = append(list, step)
	}
	return list
}

// SharedMilestones are those of the file alle.toml: they hold for every subject.
type SharedMilestones struct {
	Path       source.Path
	Milestones []Milestone
}

func parseShared(f *source.File, v *Vocabulary) (*SharedMilestones, []source.Problem) {
	t, doc := decode(f.Path, f.Text, 1)
	if t == nil {
		return nil, doc.problems
	}
	shared := &SharedMilestones{Path: f.Path, Milestones: t.milestones(v)}
	t.end()
	return shared, doc.problems
}
