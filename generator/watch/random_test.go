package watch

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"testing"
	"time"
)

// storm does random things to content and to folders and files in it, some of
// which cannot be done.
func storm(d *desk, r *rand.Rand, steps int) {
	place := func(depth int) string {
		p := "content"
		if r.IntN(50) == 0 {
			return p
		}
		for range 1 + r.IntN(depth) {
			p = path.Join(p, string(rune('a'+r.IntN(3))))
		}
		return p
	}
	for i := range steps {
		p := place(3)
		switch r.IntN(10) {
		case 0:
			_ = os.RemoveAll(d.at(p))
		case 1, 2, 3:
			_ = os.Rename(d.at(p), d.at(place(3)))
		case 4, 5:
			_ = os.MkdirAll(d.at(place(4)), 0o777)
		case 6:
			_ = os.WriteFile(d.at(p+".tmp"), []byte(fmt.Sprint(i)), 0o666)
			_ = os.Rename(d.at(p+".tmp"), d.at(p+".md"))
		default:
			_ = os.MkdirAll(d.at(p), 0o777)
			_ = os.WriteFile(d.at(path.Join(p, "text.md")), []byte(fmt.Sprint(i)), 0o666)
		}
	}
}

func TestAfterAnyStormTheCallerSeesTheDisk(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	d := newDesk(t, never)
	for i := range 60 {
		done := make(chan bool)
		go func() {
			defer close(done)
			storm(d, r, 1+r.IntN(60))
		}()
		for running := true; running; { // the caller looks while things happen
			select {
			case h := <-d.w.Hints():
				d.take(h)
			case <-done:
				running = false
			}
		}
		d.settles()
		if t.Failed() {
			t.Fatalf("in storm %d of seed %d", i, seed)
		}
	}
}
