package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/text/unicode/norm"

	"referat/generator/intake"
	"referat/generator/intake/docx"
	"referat/generator/intake/manuscript"
	"referat/generator/intake/pdf"
	"referat/generator/intake/text"
	"referat/generator/source"
)

// maxDocument is the largest document that is read, in bytes. Minutes with pictures have
// a few megabytes.
const maxDocument = 100 << 20

// read reads a document by the reader of its format.
func (i *importer) read(ctx context.Context, name string) (*manuscript.Document, intake.Origin, *source.Problem) {
	at := source.Pos{Path: source.Path(filepath.ToSlash(name))}
	data, problem := load(name, at)
	if problem != nil {
		return nil, intake.Origin{}, problem
	}
	if len(data) == 0 {
		p := source.At(at, source.ImportEmpty)
		return nil, intake.Origin{}, &p
	}
	kind := formatOf(name, data)
	origin := intake.Origin{Name: norm.NFC.String(filepath.Base(name)), Format: string(kind), Digest: sha256.Sum256(data)}
	doc, err := i.readAs(ctx, kind, data)
	if err != nil {
		p := refused(at, kind, err)
		return nil, origin, &p
	}
	return doc, origin, nil
}

// load reads a file's bytes, or tells why it cannot.
func load(name string, at source.Pos) ([]byte, *source.Problem) {
	refuse := func(code source.Code, args ...any) ([]byte, *source.Problem) {
		p := source.At(at, code, args...)
		return nil, &p
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refuse(source.ImportMissing)
	case err != nil:
		return refuse(source.FileUnreadable, source.Because(err))
	case info.IsDir():
		return refuse(source.ImportFolder)
	case !info.Mode().IsRegular():
		return refuse(source.NotAFile)
	case info.Size() > maxDocument:
		return refuse(source.ImportTooLarge, maxDocument>>20, source.Given(true))
	}
	f, err := os.Open(name)
	if err != nil {
		return refuse(source.FileUnreadable, source.Because(err))
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, maxDocument))
	if err != nil {
		return refuse(source.FileUnreadable, source.Because(err))
	}
	return data, nil
}

// errNoReader says that a format has no reader.
var errNoReader = errors.New("no reader")

func (i *importer) readAs(ctx context.Context, kind format, data []byte) (*manuscript.Document, error) {
	switch kind {
	case word:
		return docx.Read(bytes.NewReader(data), int64(len(data)), docx.Options{AcceptChanges: i.acceptChanges})
	case pdfFormat:
		if !isPDF(data) { // known without starting the reader
			return nil, &manuscript.Refusal{Why: manuscript.Damaged}
		}
		cache := compiledPDF()
		defer i.wait(cache)()
		return pdf.Read(ctx, data, pdf.Options{AcceptChanges: i.acceptChanges, KeepStruck: i.keepStruck, Cache: cache})
	case plainText:
		return text.Read(data)
	case markdown:
		return text.ReadMarkdown(data)
	}
	return nil, errNoReader
}

// compiledPDF is the folder where the reader of PDF keeps what it has compiled; "" when the
// user has no place for such things.
func compiledPDF() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	dir := filepath.Join(cache, "referat", "pdf")
	if os.MkdirAll(dir, 0o755) != nil {
		return ""
	}
	return dir
}

// wait tells on a terminal that the first document of the kind takes a while, until what it
// gives is called.
func (i *importer) wait(cache string) (done func()) {
	if entries, err := os.ReadDir(cache); err == nil && len(entries) > 0 || !isTerminal(i.stderr) {
		return func() {}
	}
	words := "gør klar til at læse PDF; det tager nogle sekunder første gang …"
	if i.lang != "da" {
		words = "getting ready to read PDF; this takes some seconds the first time …"
	}
	_, _ = io.WriteString(i.stderr, words)
	return func() { _, _ = io.WriteString(i.stderr, "\r\033[K") }
}
