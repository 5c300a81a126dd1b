package main

import (
	"reflect"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"
)

// setting is a key of the front matter and its value as TOML has it.
type setting struct{ key, value string }

// frontMatter is the text of a content file, parted at the fence that ends its front
// matter. Every byte stays as it was: line ends, and a mark before the first fence.
type frontMatter struct {
	fence string   // the first line
	lines []string // with their ends
	rest  string   // from the second fence on
}

// partFrontMatter parts a text; it is not ok of one without front matter.
func partFrontMatter(text string) (f frontMatter, ok bool) {
	lines := strings.SplitAfter(text, "\n")
	if strings.TrimRight(strings.TrimPrefix(lines[0], "\ufeff"), " \t\r\n") != "+++" {
		return f, false
	}
	for i, line := range lines[1:] {
		if strings.TrimRight(line, " \t\r\n") == "+++" {
			return frontMatter{lines[0], lines[1 : i+1], strings.Join(lines[i+1:], "")}, true
		}
	}
	return f, false
}

func (f frontMatter) text() string { return f.fence + strings.Join(f.lines, "") + f.rest }

// values is what the front matter says; nil when it cannot be read.
func (f frontMatter) values() map[string]any {
	values := map[string]any{}
	if _, err := toml.Decode(strings.Join(f.lines, ""), &values); err != nil {
		return nil
	}
	return values
}

// set gives the text with the keys set and nothing else changed; it is not ok of front
// matter that cannot be read, or that is written in a way that hides where a key stands.
func (f frontMatter) set(settings ...setting) (text string, ok bool) {
	want := f.values()
	if want == nil {
		return "", false
	}
	end := strings.TrimLeft(f.fence, "\ufeff+ \t")
	with := frontMatter{fence: f.fence, rest: f.rest}
	top := true // no table has begun
	for _, s := range settings {
		with.lines = append(with.lines, s.key+" = "+s.value+end)
	}
	for _, line := range f.lines {
		top = top && !strings.HasPrefix(strings.TrimSpace(line), "[")
		name, _, isPair := strings.Cut(line, "=")
		drop := false
		for _, s := range settings {
			drop = drop || top && isPair && strings.TrimSpace(name) == s.key
		}
		if !drop {
			with.lines = append(with.lines, line)
		}
	}
	got := with.values()
	for _, s := range settings {
		if _, there := got[s.key]; !there {
			return "", false
		}
		delete(got, s.key)
		delete(want, s.key)
	}
	return with.text(), reflect.DeepEqual(got, want)
}

var attachmentTable = regexp.MustCompile(`^\s*\[\[\s*attachments\s*\]\]`)

// without gives the text without the entry of a file under [[attachments]]; it is not ok
// when there is none that can be told from the rest.
func (f frontMatter) without(file string) (text string, ok bool) {
	was := f.values()
	for i := range f.lines {
		if !attachmentTable.MatchString(f.lines[i]) {
			continue
		}
		end := i + 1
		for end < len(f.lines) && !strings.HasPrefix(strings.TrimSpace(f.lines[end]), "[") {
			end++
		}
		entry := frontMatter{lines: f.lines[i:end]}.values()
		if list, is := entry["attachments"].([]map[string]any); !is || len(list) != 1 || list[0]["file"] != file {
			continue
		}
		with := frontMatter{f.fence, append(append([]string{}, f.lines[:i]...), f.lines[end:]...), f.rest}
		got := with.values()
		if got == nil || was == nil {
			return "", false
		}
		delete(got, "attachments")
		delete(was, "attachments")
		return with.text(), reflect.DeepEqual(got, was)
	}
	return "", false
}
