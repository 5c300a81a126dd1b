package serve

import (
	"context"
	"net"
	"net/http"
	"testing"
	"time"
)

// running is a server that runs until the test, or stop, ends it.
func running(t *testing.T, h http.Handler) (address string, stop func() error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return runOn(t, l, h)
}

func runOn(t *testing.T, l net.Listener, h http.Handler) (address string, stop func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- Run(ctx, l, h)
		close(ended)
	}()
	stop = func() error {
		cancel()
		select {
		case err := <-ended:
			return err
		case <-time.After(20 * time.Second):
			t.Fatal("it does not end")
			return nil
		}
	}
	t.Cleanup(func() { _ = stop() })
	return l.Addr().String(), stop
}

func TestTheServerEndsWithItsContextAndOpenStreamsToo(t *testing.T) {
	h := archive()
	address, stop := running(t, h)
	defer http.DefaultClient.CloseIdleConnections()
	stream, err := http.Get("http://" + address + "/arkiv/-/events?since=" + h.changes.version())
	if err != nil {
		t.Fatal(err)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
	if text := body(t, stream); text != "retry: 1000\n\n" { // read to its end: it was ended, not cut
		t.Errorf("the stream says %q", text)
	}
	_ = stream.Body.Close()
}

func TestAConnectionThatSaysNothingDoesNotKeepTheServer(t *testing.T) {
	address, stop := running(t, archive())
	silent, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	answer, err := http.Get("http://" + address + "/arkiv/") // the server has both connections now
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	http.DefaultClient.CloseIdleConnections()
	if err := stop(); err != nil {
		t.Error(err)
	}
}

func TestAListenerThatFailsEndsTheServer(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
	if err := Run(t.Context(), l, archive()); err == nil {
		t.Error("it runs on a closed listener")
	}
}
