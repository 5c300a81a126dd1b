package content

import (
	"reflect"
	"testing"
)

func TestPackedMinutesSayWhatTheySaid(t *testing.T) {
	for _, body := range []string{"", "a", "a[^1]\n\n## 1. b\n\nc\n\n### Referat\n\n::: beslutning\nd\n:::\n\n[e](f.md)\n\n## g\n\n[^1]: h\n"} {
		var twice [2]*Minutes
		for i := range twice {
			twice[i], _ = readMinutes(t, "[[agenda]]\nnumber = \"1\"\ntitle = \"b\"\n[[participants]]\nname = \"i\"\n", body)
		}
		twice[1].pack()
		if !reflect.DeepEqual(twice[0], twice[1]) {
			t.Errorf("%+v\nis packed\n%+v", twice[0], twice[1])
		}
	}
}
