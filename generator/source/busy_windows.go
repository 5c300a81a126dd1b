package source

import (
	"errors"
	"syscall"
)

// What Windows answers while another program has a file open or locked
// (https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499-).
const (
	sharingViolation = syscall.Errno(32)
	lockViolation    = syscall.Errno(33)
)

func busy(err error) bool {
	return errors.Is(err, sharingViolation) || errors.Is(err, lockViolation)
}
