// Package inspect opens a file that is to be published beside the minutes, and tells all that it holds: every part with its words,
// what tells of people and of editing, and what could not be read.
//
// It owns the register of formats, and those formats that are no office file, picture or PDF: texts, archives. A format is told by
// the first bytes, never by the name alone; a name that says otherwise is reported. It promises that every part of a file, and of the files in
// it, is either among the parts that have been read or among those that have not; that what comes from outside can neither crash it nor cost
// more than its limits allow; and that a report holds no word of the file. It knows nothing of numbers of persons, and touches no disk.
//
// Text that is parted for programs (runs, changes, hidden letters) is read as each reader would: all of it, what is shown, what stood before.
// What programs have written of people can be cut out, byte by byte (Strip).
package inspect

import "referat/generator/inspect/found"

// Report, Part, Trace and Unread are what an inspection finds; package found says what their kinds mean.
type (
	Report = found.Report
	Part   = found.Part
	Trace  = found.Trace
	Unread = found.Unread
	Flaw   = found.Flaw
	Limits = found.Limits
)

// Version changes whenever the same bytes may give another report, so that kept reports are known to be old.
const Version = 2

// File inspects a file. Words, which may be nil, is given the texts of all parts: path is that of a part, or of a
// place within it ("docProps/core.xml#title"). Parts are parted as in package found. Words on one line belong together; a tab is between
// cells of a table.
func File(name string, data []byte, l Limits, words func(path, text string)) Report {
	return found.Inspect(name, data, l, words, read)
}
