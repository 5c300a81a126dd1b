package main

import (
	"flag"
	"regexp"

	"referat/generator/danish"
	"referat/generator/source"
)

// order is what an import was asked for.
type order struct {
	options
	documents     []string // as they were named
	committee     string   // id
	as            string   // name of the content file: "2023-11-07", "2023-11-07-2"
	stdout        bool     // the content file is printed and not written
	update        bool     // what is new in the documents goes into the files that are there
	force         bool     // files that are there are written anew
	acceptChanges bool     // tracked changes are as good as accepted
	keepStruck    bool     // struck-through text of a PDF is text
}

// importOptions reads the arguments of import.
func importOptions(args []string) (order, error) {
	o := order{}
	f := flag.NewFlagSet("import", flag.ContinueOnError)
	f.BoolVar(&o.json, "json", false, "")
	f.StringVar(&o.committee, "committee", "", "")
	f.StringVar(&o.as, "as", "", "")
	f.BoolVar(&o.stdout, "stdout", false, "")
	f.BoolVar(&o.update, "update", false, "")
	f.BoolVar(&o.force, "force", false, "")
	f.BoolVar(&o.acceptChanges, "accept-changes", false, "")
	f.BoolVar(&o.keepStruck, "keep-struck", false, "")
	if err := o.readSite(f, args, func(word string) bool { o.documents = append(o.documents, word); return true }); err != nil {
		return o, err
	}
	return o, o.check()
}

// check refuses what cannot be meant together.
func (o order) check() error {
	switch {
	case len(o.documents) == 0:
		return misuse(source.UsageImport)
	case o.committee != "" && !committeeForm.MatchString(o.committee):
		return misuse(source.UsageValue, "--committee", o.committee, "--committee "+examples["committee"])
	case o.as != "" && !isName(o.as):
		return misuse(source.UsageValue, "--as", o.as, "--as 2023-11-07")
	case o.as != "" && len(o.documents) > 1:
		return misuse(source.UsageOneDocument)
	case o.update && o.force:
		return misuse(source.UsageEither, "--update", "--force")
	case o.stdout && o.update:
		return misuse(source.UsageEither, "--stdout", "--update")
	case o.stdout && o.force:
		return misuse(source.UsageEither, "--stdout", "--force")
	}
	return nil
}

// committeeForm is the id of a committee: the name of its file, without suffix.
var committeeForm = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N}_-]*$`)

// nameForm is a date, and the number of a meeting that is not the first of its day.
var nameForm = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})(?:-[1-9]\d*)?$`)

// isName tells that a file of minutes may be called so.
func isName(name string) bool {
	m := nameForm.FindStringSubmatch(name)
	if m == nil {
		return false
	}
	_, err := danish.ParseDate(m[1])
	return err == nil
}

// day is the date that is meant by the name that was asked for, or no date.
func (o order) day() danish.Date {
	if o.as == "" {
		return danish.Date{}
	}
	date, _ := danish.ParseDate(nameForm.FindStringSubmatch(o.as)[1]) // checked with the options
	return date
}
