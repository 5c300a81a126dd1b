package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"os/exec"
	"strconv"
	"time"
)

// running is a server that was started.
type running struct {
	server
	ctx     context.Context // ends when the server does
	process *exec.Cmd
	ended   chan error
	said    *bytes.Buffer
	load    load
	at      string // http://127.0.0.1:…
	client  http.Client
}

func start(ctx context.Context, v server) (*running, error) {
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	r := &running{server: v, at: "http://127.0.0.1:" + port, ended: make(chan error, 1), said: &bytes.Buffer{}, client: http.Client{Timeout: time.Minute}}
	r.process = command(ctx, v.env, append(v.args, port)...)
	r.process.Stdout, r.process.Stderr = r.said, r.said
	r.load = newLoad()
	if err := r.process.Start(); err != nil {
		return nil, err
	}
	inner, cancel := context.WithCancelCause(ctx)
	r.ctx = inner
	go func() {
		err := r.process.Wait()
		cancel(errors.New("it ended by itself"))
		r.ended <- err
	}()
	return r, nil
}

// stop ends the server and gives its memory, the load meanwhile and what it said.
func (r *running) stop() (sample, []byte) {
	_ = stop(r.process.Process) // it may have ended by itself
	select {
	case <-r.ended:
	case <-time.After(10 * time.Second):
		_ = r.process.Process.Kill()
		<-r.ended
	}
	r.client.CloseIdleConnections()
	run := sample{memory: math.NaN(), others: r.load.others(usedBy(r.process.ProcessState))}
	if mb, told := peakMemory(r.process.ProcessState); told {
		run.memory = mb
	}
	return run, r.said.Bytes()
}

// until asks for every address, one after the other, until its page holds the
// word, and gives the time since an instant; never after the limit.
func (r *running) until(since time.Time, limit time.Duration, word string, addresses ...string) (time.Duration, error) {
	const pause = 2 * time.Millisecond
	for _, address := range addresses {
		for !r.shows(address, word) {
			if time.Since(since) > limit {
				return never, nil
			}
			select {
			case <-r.ctx.Done():
				return never, context.Cause(r.ctx)
			case <-time.After(pause):
			}
		}
	}
	return time.Since(since), nil
}

func (r *running) shows(address, word string) bool {
	request, err := http.NewRequestWithContext(r.ctx, http.MethodGet, r.at+address, nil)
	if err != nil {
		return false
	}
	answer, err := r.client.Do(request)
	if err != nil {
		return false // not yet
	}
	defer func() { _ = answer.Body.Close() }()
	page, err := io.ReadAll(answer.Body)
	return err == nil && answer.StatusCode == http.StatusOK && bytes.Contains(page, []byte(word))
}

// freePort is a port of this machine that nobody listens at.
func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer func() { _ = l.Close() }()
	address, ok := l.Addr().(*net.TCPAddr)
	if !ok {
		return "", fmt.Errorf("no port in %v", l.Addr())
	}
	return strconv.Itoa(address.Port), nil
}
