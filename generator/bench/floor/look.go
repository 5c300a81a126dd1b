package main

import (
	"os"
	"strings"
)

// look asks about every file of a list; one that is not there is an error.
func look(list string) error {
	data, err := os.ReadFile(list)
	if err != nil {
		return err
	}
	names := strings.Split(strings.TrimSpace(string(data)), "\n")
	return onAll(len(names), func(next func() (int, bool)) error {
		for i, ok := next(); ok; i, ok = next() {
			if _, err := os.Lstat(names[i]); err != nil {
				return err
			}
		}
		return nil
	})
}
