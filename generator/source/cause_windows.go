package source

import (
	"errors"
	"syscall"

	"golang.org/x/sys/windows"
)

// alike is an error by the name that all systems share. Package syscall knows that
// of a few errors of Windows only, and there compares the others with nothing.
func alike(err error) error {
	errno := syscall.Errno(0)
	if !errors.As(err, &errno) {
		return err
	}
	switch errno {
	case windows.WSAEACCES:
		return syscall.EACCES
	case windows.ERROR_DIR_NOT_EMPTY:
		return syscall.ENOTEMPTY
	case windows.ERROR_DIRECTORY:
		return syscall.ENOTDIR
	case windows.ERROR_FILENAME_EXCED_RANGE:
		return syscall.ENAMETOOLONG
	case windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL:
		return syscall.ENOSPC
	case windows.ERROR_DISK_QUOTA_EXCEEDED:
		return syscall.EDQUOT
	case windows.ERROR_WRITE_PROTECT:
		return syscall.EROFS
	case windows.ERROR_FILE_TOO_LARGE:
		return syscall.EFBIG
	case windows.ERROR_TOO_MANY_OPEN_FILES:
		return syscall.EMFILE
	case windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION:
		return syscall.EBUSY
	case windows.ERROR_CRC, windows.ERROR_IO_DEVICE:
		return syscall.EIO
	case windows.WSAEADDRINUSE:
		return syscall.EADDRINUSE
	}
	return err
}
