package main

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"time"

	"referat/generator/check"
	"referat/generator/check/outside"
	"referat/generator/source"
)

// askOutside asks the addresses of other sites that the pages link to.
func askOutside(ctx context.Context, b *builder, base *url.URL, links map[string][]string, meter *meter) ([]check.Finding, error) {
	asker := outside.Asker{
		Agent: "referat check (links of " + base.String() + ")",
		Cache: filepath.Join(b.dir, ".cache", "outside.json"),
		Pause: time.Second, Timeout: 20 * time.Second, Now: time.Now,
	}
	addresses := slices.Sorted(maps.Keys(links))
	answers, err := asker.Ask(ctx, addresses, meter.show)
	if err != nil {
		return nil, err
	}
	var found []check.Finding
	for _, address := range addresses {
		if answer, asked := answers[address]; asked {
			if code, more := meaning(answer); code != "" {
				found = append(found, check.Finding{Code: code, What: address, More: more, Files: links[address]})
			}
		}
	}
	return found, nil
}

// meaning is what an answer means for a reader; "" of a good one. Sites that turn programs
// away or are in trouble may well answer a reader.
func meaning(a outside.Answer) (code source.Code, more string) {
	switch {
	case a.Status == 0:
		return source.OutsideSilent, ""
	case a.Status == http.StatusNotFound || a.Status == http.StatusGone:
		return source.OutsideDead, fmt.Sprint(a.Status)
	case !a.Good():
		return source.OutsideRefused, fmt.Sprint(a.Status)
	case a.Moved != "":
		return source.OutsideMoved, a.Moved
	}
	return "", ""
}
