//go:build !linux && !darwin

package ledger

import "errors"

func makePipe(string) error { return errors.ErrUnsupported }
