package main

// quantity is something that is measured: a row of the table.
type quantity int

const (
	cold quantity = iota
	coldWithoutData
	coldTime
	coldMemory
	unchanged
	bodyEdited
	titleEdited
	layoutEdited
	ready
	bodyServed
	titleServed
	layoutServed
	servedMemory
	quantities // how many there are
)

func (q quantity) name() string {
	return [...]string{
		"cold build",
		"cold build without data and search",
		"cold build, processor time",
		"cold build, peak memory",
		"nothing changed",
		"one text edited, build",
		"one title edited, build",
		"base layout edited, build",
		"server, start to first answer",
		"server, one text edited",
		"server, one title edited, page and list",
		"server, base layout edited, unseen pages",
		"server, peak memory",
	}[q]
}

func (q quantity) unit() unit {
	if q == coldMemory || q == servedMemory {
		return megabytes
	}
	return seconds
}
