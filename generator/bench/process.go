package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

// sample is one run of a program.
type sample struct {
	took   time.Duration
	used   float64 // processor time, in seconds
	memory float64 // most at once, in MB; NaN where the system does not tell
	others float64 // load of others, in cores; -1 where the system does not tell
	said   string
}

// command prepares a program. It is asked to stop before it is made to.
func command(ctx context.Context, env []string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, args[0], args[1:]...)
	c.Env = append(os.Environ(), env...)
	c.Cancel = func() error { return stop(c.Process) }
	c.WaitDelay = 10 * time.Second
	return c
}

// stop asks a process to end, as Ctrl-C does; where there is no such thing it is ended.
func stop(p *os.Process) error {
	if p.Signal(os.Interrupt) != nil {
		return p.Kill()
	}
	return nil
}

// must runs a program that is not measured.
func (b *bench) must(ctx context.Context, env []string, args ...string) error {
	if said, err := command(ctx, env, args...).CombinedOutput(); err != nil {
		return failed(args, err, said)
	}
	return nil
}

func failed(args []string, err error, said []byte) error {
	return fmt.Errorf("%s: %w\n%s", filepath.Base(args[0]), err, said[max(0, len(said)-2000):])
}

// once runs a program when the machine is quiet and measures it.
func (b *bench) once(ctx context.Context, env []string, args ...string) (sample, error) {
	if err := settle(ctx, b.patience); err != nil {
		return sample{}, err
	}
	c := command(ctx, env, args...)
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	l := newLoad()
	if err := c.Run(); err != nil {
		return sample{}, failed(args, err, said.Bytes())
	}
	s := sample{took: time.Since(l.began), used: usedBy(c.ProcessState), memory: math.NaN(), said: said.String()}
	s.others = l.others(s.used)
	if mb, told := peakMemory(c.ProcessState); told {
		s.memory = mb
	}
	return s, nil
}

// usedBy is the processor time of an ended process, in seconds.
func usedBy(p *os.ProcessState) float64 { return (p.UserTime() + p.SystemTime()).Seconds() }

// often runs a program that changes nothing and gives the run of middle
// length: one that takes milliseconds cannot be told from chance by one run.
func (b *bench) often(ctx context.Context, args ...string) (sample, error) {
	const enough, short = 5, 200 * time.Millisecond
	var runs []sample
	for len(runs) < enough {
		s, err := b.once(ctx, nil, args...)
		if err != nil {
			return s, err
		}
		runs = append(runs, s)
		if s.took > short {
			break
		}
	}
	slices.SortFunc(runs, func(a, b sample) int { return int(a.took - b.took) })
	return runs[len(runs)/2], nil
}

// tellCold tells all that a cold build shows.
func (b *bench) tellCold(s *sites, who string, run sample) {
	for _, what := range []quantity{cold, coldTime, coldMemory} {
		b.tell(s, what, who, run)
	}
}

// tell writes down what was measured and says so.
func (b *bench) tell(s *sites, what quantity, who string, run sample) {
	value := run.took.Seconds()
	switch {
	case what == coldTime:
		value = run.used
	case what.unit() == megabytes:
		value = run.memory
	case run.took == never:
		value = math.NaN()
	}
	b.figures.add(cell{s.size, what, who}, value, run.others)
	_, _ = fmt.Fprintf(b.told, "  %-8s %-42s %10s%s\n", who, what.name(), what.unit().format(value), othersWords(run.others))
}

func othersWords(cores float64) string {
	if cores < 0 {
		return ""
	}
	return fmt.Sprintf("   others %.2f cores", cores)
}

// lines writes a file with a line for each name.
func lines(file string, names []string) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	for _, name := range names {
		_, _ = io.WriteString(f, name+"\n") // an error shows when the file is closed or read
	}
	return f.Close()
}
