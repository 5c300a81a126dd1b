package main

import (
	"archive/zip"
	"errors"
	"io/fs"
	"maps"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"referat/generator/data"
	"referat/generator/source"
)

// The scripts in testdata/script tell what the program does, through its own
// command line. Each says the behaviour in sentences and holds only the files
// that it is about; the command site writes the rest. With -update what they
// expect is rewritten; read the difference before committing.
//
// Beside testscript's own commands there are:
//
//	site [en]              write a small site without problems: its files that the script lacks. Texts in content/ whose
//	                       names end in .pdf, .png, .zip and .docx become such files
//	[!] build [options]    referat build, which must be done (!: find problems in the site)
//	[!] check [options]    referat check, the same
//	[!] count [arguments]  referat count, which must write (!: find problems)
//	[!] import [arguments] referat import, the same
//	[!] record [options]   referat record, the same
//	[!] publish, verify, withdraw [arguments] the same
//	misuse [arguments]     referat, which must refuse how it was called
//	add FILE MORE          put the file MORE at the end of FILE
//	edit FILE PATTERN NEW  put NEW in the one place that the pattern finds
//	repeat FILE N TEXT     put TEXT at the end of FILE, N times
//	latin1 FILE            store FILE in Latin-1
//	crlf FILE              give FILE the line ends of Windows
//	bom FILE...            put a byte order mark first
//	bytes FILE TEXT        write FILE of bytes as Go quotes them: 'PK\x03\x04'
//	pdf FILE [NAME=ENTRIES...]  make FILE, a text, a PDF, with more in its content, page, info, catalog, object, behind its end
//	pack DIR FILE          put what is in DIR into the zip archive FILE, as a .docx is
//	decompose FILE         give FILE a name in Unicode form NFD
//	number FILE...         in the files' texts and names, make DDMMYY a date, SSSS what a number of the civil
//	                       register may end in, XXXX what one without check digit may, CAAG what a replacement may
//	large FILE MB          make FILE as large, without using the disk
//	remember DIR           keep what is in DIR, for unchanged
//	unchanged DIR          DIR has the same files, bytes and times as remembered
//	alike DIR DIR          two folders have the same files with the same bytes
//	[!] found DIR TEXT...  each text stands in some file of DIR, or in its name (!: in none)
//	forge FILE             change FILE in public/ so that the ledger takes it for the last build's
//	outside [stop]         start a site on this machine, $OUTSIDE, of which some addresses are gone, moved or refused; stop it
//	addresses DIR BASE     every address in DIR stands below BASE and leads to something there
//
// $LAYOUTS is the folder of the program's own layouts, $SEED that of the original of real minutes,
// $DOCUMENTS the one of the packages that read documents, which have some in their testdata. $TODAY
// is the date: a statement about accessibility that is older may not be published.

func TestMain(m *testing.M) {
	// Most of the time of the proofs was the collector's, which looked through the same layouts
	// again and again. How a build collects, it says itself.
	debug.SetGCPercent(200)
	testscript.Main(m, map[string]func(){"referat": main})
}

func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", UpdateScripts: *update, RequireExplicitExec: true, RequireUniqueNames: true,
		Setup: func(e *testscript.Env) error {
			e.Values[memory{}] = map[string]tree{}
			e.Values[outsideSite{}] = &[]*httptest.Server{}
			own, err := filepath.Abs("..")
			e.Setenv("LAYOUTS", filepath.Join(own, "layouts"))
			e.Setenv("SEED", filepath.Join(own, "generator", "testdata", "seed"))
			e.Setenv("DOCUMENTS", filepath.Join(own, "generator", "intake"))
			e.Setenv("TODAY", time.Now().UTC().Format(time.DateOnly))
			return errors.Join(err, takePort(e))
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"site": writeSite, "build": try("build"), "check": try("check"), "count": try("count"), "mask": try("mask"), "import": try("import"), "record": try("record"), "publish": try("publish"), "verify": try("verify"), "withdraw": try("withdraw"), "misuse": func(ts *testscript.TestScript, _ bool, args []string) { runReferat(ts, exitUsage, args) },
			"add": addFile, "edit": editFile, "repeat": repeatText,
			"latin1": storeLatin1, "bom": putMark, "crlf": endAsWindows, "bytes": writeBytes, "pack": packFolder, "pdf": makePDF, "decompose": decomposeName, "large": makeLarge, "number": makeNumber,
			"remember": rememberFolder, "unchanged": compareWithMemory, "alike": compareFolders,
			"found": findTexts, "addresses": checkAddresses, "forge": forgeFile, "enter": enterText, "outside": startOutside,
		},
	})
}

// codesIn gives the codes at the ends of problems' first lines.
func codesIn(stderr string) (codes []source.Code) {
	for _, m := range regexp.MustCompile(`(?m)^[^\t].* \[([A-Za-z0-9-]+)\]$`).FindAllStringSubmatch(stderr, -1) {
		codes = append(codes, source.Code(m[1]))
	}
	return codes
}

// try runs a command. It asks for problems in English first: they must be the same codes.
func try(command string) func(ts *testscript.TestScript, neg bool, args []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if !neg {
			runReferat(ts, exitDone, append([]string{command}, args...))
			return
		}
		runReferat(ts, exitProblems, append([]string{command, "--lang", "en"}, args...))
		english := codesIn(ts.ReadFile("stderr"))
		runReferat(ts, exitProblems, append([]string{command}, args...))
		if danish := codesIn(ts.ReadFile("stderr")); !slices.Equal(danish, english) {
			ts.Fatalf("the problems are %v, but in English %v", danish, english)
		}
	}
}

// runReferat runs the program, which must end with the status and never panic.
func runReferat(ts *testscript.TestScript, want int, args []string) {
	status := 0
	if err := ts.Exec("referat", args...); err != nil {
		failed := (*exec.ExitError)(nil)
		if !errors.As(err, &failed) {
			ts.Fatalf("%v", err)
		}
		status = failed.ExitCode()
	}
	said := ts.ReadFile("stdout") + ts.ReadFile("stderr")
	for _, fault := range []string{"panic", "goroutine ", "runtime error", "%!"} {
		if strings.Contains(said, fault) {
			ts.Fatalf("the program said %q", fault)
		}
	}
	if status != want {
		ts.Fatalf("the exit status is %d, not %d", status, want)
	}
}

// change makes a file's text another.
func change(ts *testscript.TestScript, name string, edit func(text string) string) {
	file := ts.MkAbs(name)
	text, err := os.ReadFile(file)
	ts.Check(err)
	ts.Check(os.WriteFile(file, []byte(edit(string(text))), 0o666))
}

func addFile(ts *testscript.TestScript, _ bool, args []string) {
	change(ts, args[0], func(text string) string { return text + ts.ReadFile(args[1]) })
}

func editFile(ts *testscript.TestScript, _ bool, args []string) {
	pattern, err := regexp.Compile("(?m)" + args[1])
	ts.Check(err)
	change(ts, args[0], func(text string) string {
		if n := len(pattern.FindAllString(text, -1)); n != 1 {
			ts.Fatalf("%q finds %d places in %s", args[1], n, args[0])
		}
		return pattern.ReplaceAllLiteralString(text, args[2])
	})
}

func repeatText(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	more := strings.ReplaceAll(args[2], `\n`, "\n")
	change(ts, args[0], func(text string) string { return text + strings.Repeat(more, n) })
}

func storeLatin1(ts *testscript.TestScript, _ bool, args []string) {
	latin1, err := charmap.ISO8859_1.NewEncoder().String(ts.ReadFile(args[0]))
	ts.Check(err)
	change(ts, args[0], func(string) string { return latin1 })
}

func putMark(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		change(ts, name, func(text string) string { return "\uFEFF" + text })
	}
}

func endAsWindows(ts *testscript.TestScript, _ bool, args []string) {
	change(ts, args[0], func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") })
}

func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

func packFolder(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	w := zip.NewWriter(f)
	ts.Check(w.AddFS(os.DirFS(ts.MkAbs(args[0]))))
	ts.Check(errors.Join(w.Close(), f.Close()))
}

func decomposeName(ts *testscript.TestScript, _ bool, args []string) {
	dir, name := filepath.Split(ts.MkAbs(args[0]))
	ts.Check(os.Rename(dir+name, dir+norm.NFD.String(name)))
}

func makeLarge(ts *testscript.TestScript, _ bool, args []string) {
	megabytes, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), megabytes<<20))
}

// tree is the bytes of each file of a folder, by its slash path.
type tree map[string]string

func readTree(ts *testscript.TestScript, dir string) tree {
	found := tree{}
	ts.Check(fs.WalkDir(os.DirFS(ts.MkAbs(dir)), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		file := filepath.Join(ts.MkAbs(dir), name)
		if entry.Type() == fs.ModeSymlink {
			found[name], err = os.Readlink(file)
			return err
		}
		text, err := os.ReadFile(file)
		if path.Ext(name) == ".ics" {
			text = data.Unfolded(text)
		}
		found[name] = string(text)
		return err
	}))
	if len(found) == 0 {
		ts.Fatalf("%s has no files", dir)
	}
	return found
}

// timed puts each file's time of change behind its bytes.
func (t tree) timed(ts *testscript.TestScript, dir string) tree {
	for name := range t {
		info, err := os.Lstat(filepath.Join(ts.MkAbs(dir), name))
		ts.Check(err)
		t[name] += info.ModTime().String()
	}
	return t
}

func compare(ts *testscript.TestScript, got, want tree) {
	all := maps.Clone(got)
	maps.Copy(all, want)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		g, here := got[name]
		if w, there := want[name]; g != w || here != there {
			ts.Fatalf("%s is not the same", name)
		}
	}
}

// memory is the key of the folders that a script remembers.
type memory struct{}

func rememberFolder(ts *testscript.TestScript, _ bool, args []string) {
	ts.Value(memory{}).(map[string]tree)[args[0]] = readTree(ts, args[0]).timed(ts, args[0])
}

func compareWithMemory(ts *testscript.TestScript, _ bool, args []string) {
	compare(ts, readTree(ts, args[0]).timed(ts, args[0]), ts.Value(memory{}).(map[string]tree)[args[0]])
}

func compareFolders(ts *testscript.TestScript, _ bool, args []string) {
	compare(ts, readTree(ts, args[0]), readTree(ts, args[1]))
}

func findTexts(ts *testscript.TestScript, neg bool, args []string) {
	files := readTree(ts, args[0])
	for _, text := range args[1:] {
		var in []string
		for name, data := range files {
			if strings.Contains(name, text) || strings.Contains(html.UnescapeString(data), text) {
				in = append(in, name)
			}
		}
		if (len(in) > 0) == neg {
			ts.Fatalf("%q stands in %q", text, in)
		}
	}
}

// checkAddresses also holds that a page's canonical address is its own, and
// that no other text names the host without the path of the base.
func checkAddresses(ts *testscript.TestScript, _ bool, args []string) {
	base, err := url.Parse(args[1])
	ts.Check(err)
	c := addressChecker{ts: ts, base: base, files: readTree(ts, args[0])}
	host := regexp.MustCompile(regexp.QuoteMeta(base.Scheme+"://"+base.Host+"/") + `[^"<>\s,]*`)
	for name, text := range c.files {
		for _, address := range host.FindAllString(text, -1) {
			c.check(name, address)
		}
		if path.Ext(name) == ".html" {
			c.page(name, text)
		}
	}
}

type addressChecker struct {
	ts    *testscript.TestScript
	base  *url.URL
	files tree
}

func (c addressChecker) page(name, text string) {
	doc, err := html.Parse(strings.NewReader(text))
	c.ts.Check(err)
	canonical, moved := false, false
	for n := range doc.Descendants() {
		attributes := map[string]string{}
		for _, a := range n.Attr {
			attributes[a.Key] = a.Val
			if a.Key == "href" || a.Key == "src" {
				c.check(name, a.Val)
			}
		}
		if attributes["rel"] == "canonical" {
			own, _, _ := strings.Cut(strings.TrimSuffix(name, "index.html"), "/v1/") // an earlier version's is that of the present one
			canonical = strings.TrimSuffix(attributes["href"], "/") == strings.TrimSuffix(c.base.String()+own, "/")
		}
		if attributes["http-equiv"] == "refresh" { // it is the address of the page that has moved
			_, to, _ := strings.Cut(attributes["content"], "url=")
			c.check(name, to)
			moved = true
		}
	}
	if canonical == moved {
		c.ts.Fatalf("the canonical address of %s is not its own", name)
	}
}

func (c addressChecker) check(from, written string) {
	address, err := url.Parse(written)
	c.ts.Check(err)
	switch {
	case address.Scheme == "mailto" || address.Scheme == "tel" || address.Host != "" && address.Host != c.base.Host:
		return
	case strings.HasPrefix(written, "#"):
		address.Path = c.base.Path + from
	case !strings.HasPrefix(address.Path, c.base.Path):
		c.ts.Fatalf("%s has the address %q, which does not stand below %s", from, written, c.base)
	}
	name := strings.TrimPrefix(address.Path, c.base.Path)
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	text, there := c.files[name]
	if !there || address.Fragment != "" && !strings.Contains(text, ` id="`+address.Fragment+`"`) {
		c.ts.Fatalf("%s has the address %q, which leads nowhere", from, written)
	}
}
