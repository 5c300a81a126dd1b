package ledger

import (
	"math"
	"slices"

	"pgregory.net/rapid"

	"referat/generator/plain"
	"referat/generator/public"
	"referat/generator/source"
)

// drawBuild draws a build that Commit takes.
func drawBuild(t *rapid.T) *Build {
	b := &Build{
		Options: drawDigest(t), Since: drawNumber(t), Until: drawNumber(t), Clock: drawNumber(t), SeenAt: drawNumber(t),
		Inputs: drawList(t, drawRecord), Notes: drawList(t, drawProblem), Changes: drawList(t, drawChange),
		Pages: int(drawNumber(t)), Lang: drawText(t), Base: drawText(t),
		Folders: map[string]public.Folder{".": drawFolder(t)},
	}
	path := rapid.StringMatching(`[a-zæ .?]{1,4}(/[a-z "']{1,3}){0,2}`).Filter(inside)
	for _, p := range slices.Sorted(slices.Values(rapid.SliceOfNDistinct(path, 0, 6, rapid.ID).Draw(t, "paths"))) {
		b.Outputs = append(b.Outputs, Output{
			Path: p, Class: public.Class(rapid.IntRange(0, 2).Draw(t, "class")),
			Bytes: drawDigest(t), Made: drawDigest(t), Layout: drawDigest(t), Fields: drawText(t), Stamp: drawStamp(t),
		})
	}
	for _, p := range rapid.SliceOfN(path, 0, 3).Draw(t, "folders") {
		b.Folders[p] = drawFolder(t)
	}
	return b
}

// drawList draws a list that may be nil.
func drawList[T any](t *rapid.T, draw func(*rapid.T) T) []T {
	n := rapid.IntRange(-1, 3).Draw(t, "length")
	if n < 0 {
		return nil
	}
	list := make([]T, n)
	for i := range list {
		list[i] = draw(t)
	}
	return list
}

func drawText(t *rapid.T) string { return rapid.String().Draw(t, "text") }

func drawNumber(t *rapid.T) int64 {
	return rapid.OneOf(rapid.Int64Range(-2, 2), rapid.Int64(), rapid.SampledFrom([]int64{math.MinInt64, math.MaxInt64})).Draw(t, "number")
}

func drawDigest(t *rapid.T) (d plain.Digest) {
	if s := drawText(t); s != "" {
		d = plain.DigestOf(s)
	}
	return d
}

func drawStamp(t *rapid.T) source.Stamp {
	return source.Stamp{Size: drawNumber(t), Modified: drawNumber(t), Changed: drawNumber(t), Node: uint64(drawNumber(t))}
}

func drawFolder(t *rapid.T) public.Folder {
	return public.Folder{Stamp: drawStamp(t), Names: uint64(drawNumber(t)), Foreign: rapid.Bool().Draw(t, "foreign")}
}

func drawRecord(t *rapid.T) source.Record {
	return source.Record{Path: source.Path(drawText(t)), Stamp: drawStamp(t), Digest: drawDigest(t)}
}

func drawChange(t *rapid.T) Change {
	return Change{drawText(t), Reason(drawText(t)), drawList(t, drawText)}
}

func drawProblem(t *rapid.T) source.Problem {
	return source.Problem{
		Code: source.Code(drawText(t)),
		Pos:  source.Pos{Path: source.Path(drawText(t)), Line: int(drawNumber(t)), Col: int(drawNumber(t))},
		Args: drawList(t, drawArg),
	}
}

func drawArg(t *rapid.T) any {
	return rapid.SampledFrom([]any{nil, drawText(t), int(drawNumber(t)), drawNumber(t), byte(drawNumber(t)), 'æ', true}).Draw(t, "argument")
}
