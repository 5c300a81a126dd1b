package pdf

import (
	"bytes"
	"compress/lzw"
	"math/rand/v2"
	"testing"
)

func TestLZWIsUndone(t *testing.T) {
	example := []byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01} // of the specification
	if got, err := unLZW(example, 1, 100); err != nil || !bytes.Equal(got, []byte{45, 45, 45, 45, 45, 65, 45, 45, 45, 66}) {
		t.Errorf("got %v, %v", got, err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{0, 1, 300, 5000, 40000} {
		data := make([]byte, size)
		for i := range data {
			data[i] = byte(r.IntN(9))
		}
		var packed bytes.Buffer
		w := lzw.NewWriter(&packed, lzw.MSB, 8)
		w.Write(data)
		w.Close()
		if got, err := unLZW(packed.Bytes(), 0, 1<<20); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes came out as %d, %v", size, len(got), err)
		}
	}
}
