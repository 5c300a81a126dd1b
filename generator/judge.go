package main

import (
	"fmt"
	"slices"
	"strings"

	"referat/generator/content"
	"referat/generator/inspect/found"
	"referat/generator/personal"
	"referat/generator/source"
)

// judgeAttachments says what of the files that are published as they are stands in the way of that, unless a named person has
// answered for it. That is judged anew at each build, so that it depends on no cache.
func judgeAttachments(all []attachment, g *gate, signOffs []content.SignOff) []source.Problem {
	var problems []source.Problem
	used := make([]bool, len(signOffs))
	for i := range all {
		g.note(all[i].path, all[i].marks())
	}
	for i := range all {
		a := &all[i]
		problems = append(problems, a.personal(g)...)
		problems = append(problems, a.flaws()...)
		open := append(a.unread(), a.traces()...)
		signed := slices.IndexFunc(signOffs, func(o content.SignOff) bool { return o.File == a.path && strings.EqualFold(o.SHA256, a.sum()) })
		if signed < 0 || len(open) == 0 {
			problems = append(problems, open...)
			continue
		}
		used[signed] = true
	}
	return slices.Concat(problems, accountOf(signOffs, used, all), g.account(true))
}

// accountOf tells of everything that somebody has answered for: what is published for that, and what it is not needed for.
func accountOf(list []content.SignOff, used []bool, all []attachment) (problems []source.Problem) {
	for i, o := range list {
		if used[i] {
			problems = append(problems, source.At(o.Pos, source.UnreadInUse, string(o.File), o.Reason, o.By, o.Date.String()))
			continue
		}
		changed := slices.ContainsFunc(all, func(a attachment) bool { return a.path == o.File && !strings.EqualFold(o.SHA256, a.sum()) })
		problems = append(problems, source.At(o.Pos, source.UnreadNotUsed, string(o.File), source.Given(changed)))
	}
	return problems
}

func (a *attachment) at(code source.Code, args ...any) source.Problem {
	return source.At(source.Pos{Path: a.path}, code, args...)
}

// unread are the reasons why not all of the file is known, a problem of each.
func (a *attachment) unread() []source.Problem {
	return eachKind(a.Report.Unread, func(u found.Unread) (found.Reason, string) { return u.Why, u.Path }, func(why found.Reason, parts string) source.Problem {
		return a.at(source.AttachmentUnread, string(why), parts, string(a.path), a.sum())
	})
}

// traces are what tells of people and of editing, a problem of each kind.
func (a *attachment) traces() []source.Problem {
	told := slices.DeleteFunc(slices.Clone(a.Report.Traces), func(t found.Trace) bool { return t.Kind == found.Title }) // readers need it
	return eachKind(told, func(t found.Trace) (found.TraceKind, string) { return t.Kind, t.Path }, func(kind found.TraceKind, parts string) source.Problem {
		return a.at(source.AttachmentTrace, string(kind), parts, string(a.path), a.sum(), source.Given(a.isPDF()), source.Given(!a.isPDF()))
	})
}

func (a *attachment) flaws() []source.Problem {
	return eachKind(a.Report.Flaws, func(f found.Flaw) (found.FlawKind, string) { return f.Kind, f.Path }, func(kind found.FlawKind, parts string) source.Problem {
		return a.at(source.AttachmentFlaw, string(kind), parts)
	})
}

// marks are those of all parts of the file.
func (a *attachment) marks() []content.Mark {
	all := make([]content.Mark, len(a.Marks))
	for i, m := range a.Marks {
		all[i] = m.Mark
	}
	return all
}

// personal is what looks like personal data in the file.
func (a *attachment) personal(g *gate) []source.Problem {
	var contacts []string
	var numbers []partMark
	for _, m := range a.Marks {
		switch allowed, _ := g.allows(a.path, m.Mark); {
		case allowed:
		case m.Mark.Kind == personal.Phone || m.Mark.Kind == personal.Mail:
			if !slices.Contains(contacts, m.Mark.Shown) {
				contacts = append(contacts, m.Mark.Shown)
			}
		default:
			numbers = append(numbers, m)
		}
	}
	problems := eachKind(numbers, func(m partMark) (content.Mark, string) { return m.Mark, m.Part }, a.number)
	if len(contacts) > 0 {
		problems = append(problems, a.at(source.AttachmentContact, some(contacts)))
	}
	return problems
}

// number is a number that looks like a person's.
func (a *attachment) number(m content.Mark, parts string) source.Problem {
	if !m.Sure {
		return a.at(source.CPRAttachmentPossible, m.Shown, parts)
	}
	replacement := m.Kind == personal.Replacement
	return a.at(source.CPRAttachment, m.Shown, parts, source.Given(replacement), source.Given(!replacement))
}

// eachKind makes a problem of each kind of what was found, with the parts where it is.
func eachKind[T any, K comparable](all []T, of func(T) (K, string), problem func(kind K, parts string) source.Problem) (problems []source.Problem) {
	var kinds []K
	parts := map[K][]string{}
	for _, one := range all {
		kind, part := of(one)
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
		if part != "" && !slices.Contains(parts[kind], part) {
			parts[kind] = append(parts[kind], part)
		}
	}
	for _, kind := range kinds {
		problems = append(problems, problem(kind, some(parts[kind])))
	}
	return problems
}

// some are the first of a list, and how many more there are.
func some(list []string) string {
	const most = 3
	text := strings.Join(list[:min(most, len(list))], ", ")
	if more := len(list) - most; more > 0 {
		text += fmt.Sprintf(" + %d", more)
	}
	return text
}
