package source

import (
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/windows"
)

func TestWhatWindowsAnswersIsSaidInDanish(t *testing.T) {
	for err, want := range map[syscall.Errno]string{
		windows.ERROR_ACCESS_DENIED: "ret", windows.WSAEACCES: "ret", windows.ERROR_PATH_NOT_FOUND: "findes ikke", windows.ERROR_DIR_NOT_EMPTY: "ikke tom",
		windows.ERROR_DISK_FULL: "fuld", windows.ERROR_SHARING_VIOLATION: "bruger filen", windows.WSAEADDRINUSE: "bruger den",
	} {
		if got := Because(err).in("da"); !strings.Contains(got, want) || strings.Contains(got, "systemet") {
			t.Errorf("%d: %s", err, got)
		}
	}
}
