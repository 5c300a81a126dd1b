//go:build !windows

package source

// alike is an error by the name that all systems share. Only Windows has others.
func alike(err error) error { return err }
