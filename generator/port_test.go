package main

import (
	"net"

	"github.com/rogpeppe/go-internal/testscript"
)

// takePort tells a script a port, TAKEN, that another program has.
func takePort(e *testscript.Env) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	e.Defer(func() { _ = l.Close() })
	_, port, err := net.SplitHostPort(l.Addr().String())
	e.Setenv("TAKEN", port)
	return err
}
