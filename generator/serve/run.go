package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"
)

// Run answers on the listener until the context ends; then streams of events
// end at once, and other answers have a second to be completed.
func Run(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	serving, ended := context.WithCancel(ctx)
	stopped := make(chan error, 1)
	go func() {
		<-serving.Done()
		stopped <- stop(server)
	}()
	err := server.Serve(l)
	ended()
	if late := <-stopped; errors.Is(err, http.ErrServerClosed) {
		err = late
	}
	return err
}

// stop closes what a second does not end: a browser keeps connections open
// that it has not yet asked anything on.
func stop(server *http.Server) error {
	late, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if err := server.Shutdown(late); !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return server.Close()
}
