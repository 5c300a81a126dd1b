package manuscript

// Refusal is why a document cannot be read at all. Readers give it as their error.
type Refusal struct {
	Why    Why
	Detail string // for people who know the format; may be empty

	Limit Limit // of what a document that is TooLarge has too much; "" of what nobody counts
	Most  int   // that it may have
	Line  int   // where that is, when it is of one line
}

// Limit is what people may count in a document.
type Limit string

const (
	Bytes      Limit = "bytes" // of the file
	Pages      Limit = "pages"
	Lines      Limit = "lines"
	LineLength Limit = "line-length" // in bytes
	Depth      Limit = "depth"       // of lists and quotes within one another
)

// Why is a kind of refusal.
type Why string

const (
	Encrypted Why = "encrypted"  // needs a password
	NoText    Why = "no-text"    // pictures of text, as a scanner makes them
	TooLarge  Why = "too-large"  // or unpacks to too much, or is nested too deep
	Damaged   Why = "damaged"    // not what its name says, or cut short
	OldFormat Why = "old-format" // of Word before 2007 and the like
)

func (r *Refusal) Error() string {
	if r.Detail == "" {
		return string(r.Why)
	}
	return string(r.Why) + ": " + r.Detail
}
