package main

import (
	"runtime/debug"
	"testing"
)

func TestAHeapGrowsByRoomOrByAShareOfWhatLives(t *testing.T) {
	for live, want := range map[uint64]uint64{4 << 20: room, 100 << 20: room, 300 << 20: room, 1000 << 20: 400 << 20, 3000 << 20: 1980 << 20} {
		if grows := live * uint64(growth(live)) / 100; grows > want || grows < want*98/100 {
			t.Errorf("of %d MB it grows by %d, want %d", live>>20, grows>>20, want>>20)
		}
	}
	if growth(0) != growth(4<<20) {
		t.Errorf("an empty heap grows by %d %%", growth(0))
	}
}

func TestAfterABuildTheCollectorWorksAsBefore(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	end := pace()
	if during := debug.SetGCPercent(growth(0)); during == 100 {
		t.Error("nothing has changed")
	}
	end()
	if after := debug.SetGCPercent(100); after != 100 {
		t.Errorf("%d %%, before 100", after)
	}
}
