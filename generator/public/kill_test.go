package public

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The child of TestAKilledProcess builds these sets in turn until it is killed.
// They are large enough that a kill falls into any step. From set 0 to set 2 and
// back a quick plan does.
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
		case i%10 == 2 && n != 0: // not in this set
		case i%10 == 3 && n == 2:
			files[p] = killContent(p, n)
			files[fmt.Sprintf("%d/new/index.html", i)] = killContent(fmt.Sprintf("%d/new/index.html", i), n)
		case i%10 > 6 && n != 1: // stays
			files[p] = killContent(p, 0)
		default:
			files[p] = killContent(p, n)
		}
	}
	return files
}

// atWork is what the child says when it is to be killed.
const atWork = "at work"

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
	last, err := strconv.Atoi(os.Getenv("REFERAT_TEST_STEPS"))
	must(t, err)
	x := newFixtureIn(base)
	steps := 0
	x.disk = &faulty{local{}, func(op, name string) error {
		if op != "rename" && op != "remove" && op != "mkdir" || !strings.HasPrefix(name, x.Dir) {
			return nil
		}
		if steps++; steps == last {
			fmt.Println(atWork)
			time.Sleep(time.Hour)
		}
		if last == 0 && steps == 1 {
			fmt.Println(atWork)
		}
		return nil
	}}
	x.quick = os.Getenv("REFERAT_TEST_QUICK") != ""
	x.before = func() { remember(t, x) }
	remembered(t, x)
	for n := 0; ; n++ {
		if _, problems, err := x.build(killSet([]int{0, 2, 0, 2, 1}[n%5])); err != nil {
			t.Fatal(err, problems)
		}
		remember(t, x)
	}
}

// ledger is what the program remembers from one process to the next.
type ledger struct {
	Owned   []string
	Left    memory
	Quickly bool // the switch under way has a quick plan
}

func remember(t *testing.T, x *fixture) {
	data, err := json.Marshal(ledger{x.owned, x.left, x.quickly})
	must(t, err)
	name := filepath.Join(x.Cache, "ledger")
	must(t, os.WriteFile(name+".new", data, 0o644))
	must(t, os.Rename(name+".new", name))
}

func remembered(t *testing.T, x *fixture) {
	var l ledger
	if data, err := os.ReadFile(filepath.Join(x.Cache, "ledger")); err == nil {
		must(t, json.Unmarshal(data, &l))
	}
	x.owned, x.left, x.quickly = l.Owned, l.Left, l.Quickly
}

func TestAKilledProcessLeavesWholeFilesAndTheNextBuildCompletesThem(t *testing.T) { killOften(t, "") }

func TestAKilledProcessThatGoesByWhatItLeftIsCompletedByTheNextBuild(t *testing.T) {
	killOften(t, "quick")
}

func killOften(t *testing.T, quick string) {
	if testing.Short() {
		t.Skip("it starts processes")
	}
	self, err := os.Executable()
	must(t, err)
	base := inMemory(t)
	t.Cleanup(func() { os.RemoveAll(base) })
	x := newFixtureIn(base)
	x.quick = quick != ""
	must(t, os.MkdirAll(x.Cache, 0o755))
	x.foreign(t, "5/theirs.txt", "theirs")
	x.foreign(t, "theirs/x", "theirs")
	mixed, quickly := 0, 0
	for i := range 30 {
		// Half of the children are killed before a step of a switch, the others at any time.
		steps := 0
		if i%2 == 0 {
			steps = 1 + rand.N(60)
		}
		child := exec.Command(self, "-test.run=^TestChildThatBuildsUntilItIsKilled$")
		child.Env = append(os.Environ(), "REFERAT_TEST_KILL="+base, "REFERAT_TEST_QUICK="+quick, fmt.Sprint("REFERAT_TEST_STEPS=", steps))
		killAtWork(t, child, steps == 0)
		between := checkKilled(t, x)
		mixed += between
		remembered(t, x)
		if x.quickly {
			quickly += between
		}
		n := rand.N(3)
		if _, problems, err := x.build(killSet(n)); err != nil {
			t.Fatal(err, problems)
		}
		remember(t, x)
		want := killSet(n)
		want["5/theirs.txt"], want["theirs/x"] = "theirs", "theirs"
		x.holds(t, want)
	}
	if quick != "" && quickly == 0 {
		t.Error("no kill fell into the switch of a quick plan; the test says nothing")
	}
	if mixed == 0 {
		t.Error("no kill fell into a switch; the test says nothing")
	}
	t.Logf("%d of the kills fell into a switch, %d of them by a quick plan", mixed, quickly)
}

// killAtWork waits until the child has begun its work, and where later is set for a
// moment more, of any length: how fast the machine is must not decide what is tested.
func killAtWork(t *testing.T, child *exec.Cmd, later bool) {
	t.Helper()
	said, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	if line, err := bufio.NewReader(said).ReadString('\n'); err != nil {
		t.Errorf("the child did not come to work: %q, %v", line, err)
	}
	if later {
		time.Sleep(rand.N(60 * time.Millisecond))
	}
	must(t, child.Process.Kill())
	if err := child.Wait(); err == nil || child.ProcessState.Exited() {
		t.Fatalf("the child ended by itself: %v", err)
	}
}

// checkKilled tells with 1 that the folder is between the two sets.
func checkKilled(t *testing.T, x *fixture) int {
	t.Helper()
	sets := []set{killSet(0), killSet(1), killSet(2)}
	found := read(t, x.Dir)
	for p, content := range found {
		if !strings.HasSuffix(p, "/") && content != sets[0][p] && content != sets[1][p] && content != sets[2][p] && content != "theirs" {
			t.Errorf("%s is not whole: %d bytes, %.20q", p, len(content), content)
		}
	}
	for p := range sets[0] {
		_, in1 := sets[1][p]
		_, in2 := sets[2][p]
		if in1 && in2 && len(x.owned) > 0 && found[p] == "" {
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
