package public

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The child of TestAKilledProcess builds these sets in turn until it is killed.
// They are large enough that a kill falls into any step.
func killSet(n int) set {
	files := set{}
	for i := range 60 {
		p := fmt.Sprintf("%d/index.html", i)
		switch {
		case i%10 == 0: // stays
			files[p] = killContent(p, 0)
		case i%10 == 1 && n == 1: // a file, when it is a folder in set 0
			p = fmt.Sprint(i)
			files[p] = killContent(p, n)
		case i%10 == 2 && n == 1: // not in this set
		default:
			files[p] = killContent(p, n)
		}
	}
	return files
}

// killContent begins and ends with what it is, so that a half shows.
func killContent(p string, n int) string {
	name := fmt.Sprintf("%s of set %d.", p, n)
	return name + strings.Repeat("x", 40_000) + name
}

func TestChildThatBuildsUntilItIsKilled(t *testing.T) {
	base := os.Getenv("REFERAT_TEST_KILL")
	if base == "" {
		t.Skip("it runs only in the process that TestAKilledProcess starts")
	}
	x := newFixtureIn(base)
	slow := &faulty{local{}, func(op, name string) error {
		if (op == "rename" || op == "remove" || op == "mkdir") && strings.HasPrefix(name, x.Dir) {
			time.Sleep(200 * time.Microsecond) // so that most kills fall into a switch
		}
		return nil
	}}
	for n := 0; ; n = 1 - n {
		remembered(t, x)
		s, err := x.stage(slow)
		must(t, err)
		files := killSet(n)
		for p, content := range files {
			must(t, s.PutBytes(p, Page, []byte(content)))
		}
		plan, problems := s.Plan(x.owned)
		if plan == nil {
			t.Fatal(problems)
		}
		remember(t, x, append(x.owned, plan.Intended()...))
		_, err = plan.Switch(t.Context())
		must(t, err)
		var ours []string
		for p := range files {
			ours = append(ours, p)
		}
		remember(t, x, ours)
	}
}

// remember is the ledger of this test.
func remember(t *testing.T, x *fixture, owned []string) {
	data, err := json.Marshal(owned)
	must(t, err)
	name := filepath.Join(x.Cache, "owned")
	must(t, os.WriteFile(name+".new", data, 0o644))
	must(t, os.Rename(name+".new", name))
}

func remembered(t *testing.T, x *fixture) {
	x.owned = nil
	if data, err := os.ReadFile(filepath.Join(x.Cache, "owned")); err == nil {
		must(t, json.Unmarshal(data, &x.owned))
	}
}

func TestAKilledProcessLeavesWholeFilesAndTheNextBuildCompletesThem(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts processes")
	}
	self, err := os.Executable()
	must(t, err)
	base := inMemory(t)
	t.Cleanup(func() { os.RemoveAll(base) })
	x := newFixtureIn(base)
	must(t, os.MkdirAll(x.Cache, 0o755))
	x.foreign(t, "5/theirs.txt", "theirs")
	x.foreign(t, "theirs/x", "theirs")
	mixed := 0
	for range 30 {
		child := exec.Command(self, "-test.run=^TestChildThatBuildsUntilItIsKilled$")
		child.Env = append(os.Environ(), "REFERAT_TEST_KILL="+base)
		must(t, child.Start())
		time.Sleep(30*time.Millisecond + rand.N(60*time.Millisecond))
		must(t, child.Process.Kill())
		if err := child.Wait(); err == nil || child.ProcessState.Exited() {
			t.Fatalf("the child ended by itself: %v", err)
		}
		mixed += checkKilled(t, x)
		remembered(t, x)
		n := rand.N(2)
		if _, problems, err := x.build(killSet(n)); err != nil {
			t.Fatal(err, problems)
		}
		remember(t, x, x.owned)
		want := killSet(n)
		want["5/theirs.txt"], want["theirs/x"] = "theirs", "theirs"
		x.holds(t, want)
	}
	if mixed == 0 {
		t.Error("no kill fell into a switch; the test says nothing")
	}
	t.Logf("%d of the kills fell into a switch", mixed)
}

// checkKilled tells with 1 that the folder is between the two sets.
func checkKilled(t *testing.T, x *fixture) int {
	t.Helper()
	sets := []set{killSet(0), killSet(1)}
	found := read(t, x.Dir)
	for p, content := range found {
		if !strings.HasSuffix(p, "/") && content != sets[0][p] && content != sets[1][p] && content != "theirs" {
			t.Errorf("%s is not whole: %d bytes, %.20q", p, len(content), content)
		}
	}
	for p := range sets[0] {
		if _, stays := sets[1][p]; stays && len(x.owned) > 0 && found[p] == "" {
			t.Errorf("%s is absent", p)
		}
	}
	if found["5/theirs.txt"] != "theirs" || found["theirs/x"] != "theirs" {
		t.Error("a foreign file is lost")
	}
	if len(found) == 0 || len(x.owned) == 0 {
		return 0
	}
	for _, s := range sets {
		same := true
		for p, content := range s {
			same = same && found[p] == content
		}
		if same && len(found) == len(s)+2 {
			return 0
		}
	}
	return 1
}
