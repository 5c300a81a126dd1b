package main

import (
	"context"
	"errors"

	"referat/generator/intake/manuscript"
	"referat/generator/source"
)

// This file tells people why a document is not read, and what they can do.

// refused is what a reader's error means to a person.
func refused(at source.Pos, kind format, err error) source.Problem {
	if errors.Is(err, errNoReader) {
		return noReader(at, kind)
	}
	if errors.Is(err, context.Canceled) {
		return source.At(source.Pos{}, source.Interrupted, "", source.Given(true))
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return source.At(at, source.ImportIntricate)
	}
	refusal := (*manuscript.Refusal)(nil)
	if !errors.As(err, &refusal) {
		return source.At(at, source.ProgramFault, err.Error())
	}
	switch refusal.Why {
	case manuscript.Encrypted:
		return source.At(at, source.ImportLocked)
	case manuscript.NoText:
		if kind == plainText || kind == markdown {
			return source.At(at, source.ImportEmpty)
		}
		return source.At(at, source.ImportNoText)
	case manuscript.TooLarge:
		return tooLarge(at, kind, refusal)
	case manuscript.OldFormat:
		return noReader(at, oldWord)
	}
	return source.At(at, source.ImportDamaged, string(kind))
}

// tooLarge names the limit that a document is beyond, in what people count.
func tooLarge(at source.Pos, kind format, r *manuscript.Refusal) source.Problem {
	switch r.Limit {
	case manuscript.Bytes:
		pictures := kind == word || kind == pdfFormat
		return source.At(at, source.ImportTooLarge, r.Most>>20, source.Given(pictures), source.Given(!pictures))
	case manuscript.Pages, manuscript.Lines:
		return source.At(at, source.ImportTooLong, r.Most, source.Given(r.Limit == manuscript.Pages), source.Given(r.Limit == manuscript.Lines))
	case manuscript.LineLength:
		at.Line = r.Line
		return source.At(at, source.ImportLongLine, r.Most>>10)
	case manuscript.Depth:
		return source.At(at, source.ImportTooDeep, r.Most)
	}
	return source.At(at, source.ImportIntricate)
}

// noReader tells of a format that is not read, and the way out.
func noReader(at source.Pos, kind format) source.Problem {
	switch kind {
	case locked:
		return source.At(at, source.ImportLocked)
	case picture:
		return source.At(at, source.ImportNoText)
	case oldWord, openOffice, richText, webPage:
		return source.At(at, source.ImportOther, "."+string(kind))
	}
	return source.At(at, source.ImportUnknown)
}
