package serve

import (
	"net"
	"strings"
)

// thisMachine tells that a Host header, with or without port, names this
// machine by one of the names that no name server can give to another.
func thisMachine(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	switch host {
	case "127.0.0.1", "::1", "[::1]":
		return true
	}
	return strings.EqualFold(host, "localhost")
}
