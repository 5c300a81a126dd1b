package data

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
)

// Decisions is the register of decisions, newest first.
type Decisions struct {
	SchemaAddress string     `json:"$schema"`
	Schema        string     `json:"schema"`
	Address       string     `json:"address"`
	Decisions     []Decision `json:"decisions"`
}

// Decision is one decision in some minutes.
type Decision struct {
	Date        string   `json:"date"`
	Draft       bool     `json:"draft,omitempty"`
	Committee   Named    `json:"committee"`
	Number      string   `json:"number,omitempty"` // of the item, as its title and address
	Title       string   `json:"title"`
	Address     string   `json:"address"`
	Concerns    []string `json:"concerns,omitempty"` // ids of subjects
	ConcernsAll bool     `json:"concerns_all,omitempty"`
	BodyText    Text     `json:"-"`
	Text        string   `json:"text"`
}

// write writes the register decision by decision, which are the last of its fields: together
// their texts are many megabytes.
func (d Decisions) write(w io.Writer, texts Texts) error {
	list := d.Decisions
	d.Decisions = []Decision{}
	var part bytes.Buffer
	e := json.NewEncoder(&part)
	e.SetEscapeHTML(false)
	put := func(before string, v any, without string) error {
		part.Reset()
		part.WriteString(before)
		if err := e.Encode(v); err != nil {
			return err
		}
		_, err := w.Write(bytes.TrimSuffix(part.Bytes(), []byte(without)))
		return err
	}
	if err := put("", d, registerEnd); err != nil {
		return err
	}
	for i, one := range list {
		one.Text = one.BodyText.plain(texts)
		if err := put(strings.Repeat(",", min(i, 1)), one, "\n"); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, registerEnd)
	return err
}

// registerEnd is what stands behind the last decision.
const registerEnd = "]}\n"
