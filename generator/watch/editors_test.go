package watch

import (
	"fmt"
	"os"
	"path"
	"testing"
)

// Each function saves a text as the program does, with the names it uses; the
// file at p exists.

// vim tries whether the folder can be written with a file 4913, and puts the new
// text in place of the old one, which it keeps until that is done.
func vim(d *desk, p, text string) {
	swap := path.Join(path.Dir(p), "."+path.Base(p)+".swp")
	d.write(swap, "b0VIM")
	d.write(path.Join(path.Dir(p), "4913"), "")
	d.remove(path.Join(path.Dir(p), "4913"))
	d.rename(p, p+"~")
	d.write(p, text)
	d.chmod(p, 0o644)
	d.remove(p + "~")
	d.remove(swap)
}

// vsCode empties the file and writes it again, in one call and another.
func vsCode(d *desk, p, text string) {
	f, err := os.OpenFile(d.at(p), os.O_WRONLY|os.O_TRUNC, 0)
	d.must(err)
	_, err = f.WriteString(text[:1])
	d.must(err)
	_, err = f.WriteString(text[1:])
	d.must(err)
	d.must(f.Close())
}

// libreOffice locks the document while it is open, and writes a new file over it.
func libreOffice(d *desk, p, text string) {
	lock := path.Join(path.Dir(p), ".~lock."+path.Base(p)+"#")
	d.write(lock, ",user,computer;")
	fresh := path.Join(path.Dir(p), "lu1234abcd.tmp")
	d.write(fresh, text)
	d.rename(fresh, p)
	d.remove(lock)
}

// word keeps the owner's name in a file ~$, and exchanges old and new by names.
func word(d *desk, p, text string) {
	owner := path.Join(path.Dir(p), "~$"+path.Base(p)[2:])
	d.write(owner, "user")
	fresh, old := path.Join(path.Dir(p), "~WRD0001.tmp"), path.Join(path.Dir(p), "~WRL0002.tmp")
	d.write(fresh, text)
	d.rename(p, old)
	d.rename(fresh, p)
	d.remove(old)
	d.remove(owner)
}

// emacs locks with a link that leads nowhere, and saves now and then on its own.
func emacs(d *desk, p, text string) {
	lock := path.Join(path.Dir(p), ".#"+path.Base(p))
	d.must(os.Symlink("user@computer.4711", d.at(lock)))
	auto := path.Join(path.Dir(p), "#"+path.Base(p)+"#")
	d.write(auto, text)
	d.rename(p, p+"~")
	d.write(p, text)
	d.remove(auto)
	d.remove(lock)
}

// atomically is what careful programs do, git among them.
func atomically(d *desk, p, text string) {
	d.write(p+".lock.tmp", text)
	d.rename(p+".lock.tmp", p)
}

func TestEverySaveIsSeen(t *testing.T) {
	editors := map[string]func(d *desk, p, text string){
		"vim": vim, "VS Code": vsCode, "LibreOffice": libreOffice, "Word": word, "emacs": emacs, "atomically": atomically,
	}
	for name, save := range editors {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, never)
			d.write("content/budget.docx", "1")
			d.byName()
			// In place, in a folder at the top, deeper, and beside the folders.
			for _, p := range []string{"content/budget.docx", "content/udvalg/styregruppe/2025-03-04.md", "layouts/page.html", "site.toml"} {
				for i := range 3 {
					save(d, p, fmt.Sprintf("the text saved as number %d", i))
					d.byName()
				}
			}
			for i := range 50 {
				save(d, "content/forside.md", fmt.Sprintf("the text saved as number %d", i))
			}
			d.byName()
		})
	}
}

func TestAThousandFilesCheckedOutAtOnceAreSeen(t *testing.T) {
	d := newDesk(t, never)
	for branch := range 3 {
		for i := range 1000 {
			p := fmt.Sprintf("content/udvalg/%d/%d/%d.md", branch, i%40, i)
			d.mkdir(path.Dir(p))
			atomically(d, p, fmt.Sprint("minutes ", i, " of branch ", branch))
			if branch > 0 {
				d.remove(fmt.Sprintf("content/udvalg/%d/%d/%d.md", branch-1, i%40, i))
			}
		}
		if branch > 0 {
			d.remove(fmt.Sprintf("content/udvalg/%d", branch-1))
		}
		d.settles()
	}
	d.write("content/udvalg/2/39/999.md", "one edit after all that")
	d.settles()
}

func TestAFileThatComesAndGoesAndComesIsSeen(t *testing.T) {
	d := newDesk(t, never)
	for i := range 200 {
		d.write("content/a.md", "first")
		d.remove("content/a.md")
		if i%2 == 0 {
			d.write("content/a.md", fmt.Sprint("again ", i))
		}
	}
	d.byName()
	d.write("content/a.md", "last")
	d.byName()
}

func TestATouchOnTheDiskIsSeen(t *testing.T) {
	d := newDesk(t, never)
	d.chmod("content/forside.md", 0o640) // the view of the test has the mode
	d.byName()
}

func TestABuildWakesNobody(t *testing.T) {
	d := newDesk(t, never)
	for i := range 100 {
		d.write(fmt.Sprintf("public/%d/index.html", i), "page")
		d.write(".cache/manifest.new", fmt.Sprint(i))
		d.rename(".cache/manifest.new", ".cache/manifest")
	}
	d.remove(".cache")
	d.remove("public")
	d.write("content/forside.md", "seen after all that")
	before := d.hints
	d.byName()
	if d.hints-before > 2 { // the file is emptied and written
		t.Errorf("%d hints for one save", d.hints-before)
	}
}
