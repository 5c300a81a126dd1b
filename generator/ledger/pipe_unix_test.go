//go:build linux || darwin

package ledger

import "syscall"

func makePipe(file string) error { return syscall.Mkfifo(file, 0o600) }
