// Package outside asks other sites whether addresses still answer. It is the only part of
// the program that uses the network, and only when a person asks for it.
//
// It is polite: each address is asked once, without its fragment; a host gets one request
// at a time and a pause after each; HEAD comes first, and GET only where HEAD is refused;
// no body is read; the program says its name. Answers are kept in a file for some days,
// and an address is not asked again before they are over.
package outside

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Answer is what an address answered.
type Answer struct {
	Status int       `json:"status"`          // of the last of the addresses that it led to; 0 of no answer
	Moved  string    `json:"moved,omitempty"` // where it leads for good
	Fault  string    `json:"fault,omitempty"` // why there was no answer
	At     time.Time `json:"at"`
}

// Good tells that a reader who follows the address gets something.
func (a Answer) Good() bool { return a.Status >= 200 && a.Status < 400 }

// Asker asks.
type Asker struct {
	Agent   string        // what the program calls itself
	Cache   string        // the file that keeps answers
	Pause   time.Duration // between two requests to one host
	Timeout time.Duration // of one request
	Now     func() time.Time
}

// How long answers count. A site that is down today may be back tomorrow.
const (
	goodFor = 7 * 24 * time.Hour
	badFor  = 24 * time.Hour
)

// atOnce is how many hosts are asked at the same time.
const atOnce = 8

// Ask gives the answer of every address. Those that are no addresses have none.
func (a Asker) Ask(ctx context.Context, addresses []string, progress func(done, all int)) (map[string]Answer, error) {
	kept := a.recall()
	answers := map[string]Answer{}
	hosts := map[string][]string{}
	for _, address := range addresses {
		asked, _, _ := strings.Cut(address, "#")
		if k, known := kept[asked]; known && a.Now().Sub(k.At) < lasting(k) {
			answers[asked] = k
		} else if u, err := url.Parse(asked); err == nil && u.Host != "" && !slices.Contains(hosts[u.Host], asked) {
			hosts[u.Host] = append(hosts[u.Host], asked)
		}
	}
	a.askHosts(ctx, hosts, answers, progress)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for asked, k := range answers {
		kept[asked] = k
	}
	byAddress := make(map[string]Answer, len(addresses))
	for _, address := range addresses {
		asked, _, _ := strings.Cut(address, "#")
		if answer, known := answers[asked]; known {
			byAddress[address] = answer
		}
	}
	return byAddress, a.keep(kept)
}

func lasting(a Answer) time.Duration {
	if a.Good() {
		return goodFor
	}
	return badFor
}

// askHosts asks all hosts, each for one address after the other.
func (a Asker) askHosts(ctx context.Context, hosts map[string][]string, answers map[string]Answer, progress func(done, all int)) {
	queue := make(chan []string, len(hosts))
	all := 0
	for _, addresses := range hosts {
		queue <- addresses
		all += len(addresses)
	}
	close(queue)
	var mu sync.Mutex
	var done atomic.Int64
	var wg sync.WaitGroup
	for range min(atOnce, len(hosts)) {
		wg.Go(func() {
			for addresses := range queue {
				for _, address := range addresses {
					answer := a.ask(ctx, address)
					mu.Lock()
					answers[address] = answer
					mu.Unlock()
					progress(int(done.Add(1)), all)
				}
			}
		})
	}
	wg.Wait()
}

// ask asks one address. Some servers refuse HEAD, or do not know it.
func (a Asker) ask(ctx context.Context, address string) Answer {
	answer := a.request(ctx, http.MethodHead, address)
	if answer.Status >= 400 {
		answer = a.request(ctx, http.MethodGet, address)
	}
	return answer
}

// request sends one request, follows where it leads, and pauses.
func (a Asker) request(ctx context.Context, method, address string) Answer {
	defer pause(ctx, a.Pause)
	answer := Answer{At: a.Now().UTC().Truncate(time.Second)}
	forGood := true
	client := http.Client{Timeout: a.Timeout, CheckRedirect: func(next *http.Request, via []*http.Request) error {
		if len(via) > 5 {
			return errors.New("too many redirects")
		}
		forGood = forGood && (next.Response.StatusCode == http.StatusMovedPermanently || next.Response.StatusCode == http.StatusPermanentRedirect)
		if forGood {
			answer.Moved = next.URL.String()
		}
		return nil
	}}
	request, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		answer.Fault = err.Error()
		return answer
	}
	request.Header.Set("User-Agent", a.Agent)
	response, err := client.Do(request)
	if err != nil {
		if wrapped := (*url.Error)(nil); errors.As(err, &wrapped) {
			err = wrapped.Err // without the address, which the reader knows
		}
		answer.Fault, answer.Moved = err.Error(), ""
		return answer
	}
	_ = response.Body.Close()
	answer.Status = response.StatusCode
	return answer
}

func pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}

// recall reads the answers that are kept. A file that cannot be read is none.
func (a Asker) recall() map[string]Answer {
	kept := map[string]Answer{}
	data, err := os.ReadFile(a.Cache)
	if err != nil || json.Unmarshal(data, &kept) != nil || kept == nil {
		return map[string]Answer{}
	}
	return kept
}

// keep writes the answers down, but for those that count no more.
func (a Asker) keep(answers map[string]Answer) error {
	for address, k := range answers {
		if a.Now().Sub(k.At) >= lasting(k) {
			delete(answers, address)
		}
	}
	data, err := json.MarshalIndent(answers, "", "\t")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(a.Cache), 0o755); err != nil {
		return err
	}
	if had, err := os.ReadFile(a.Cache); err == nil && string(had) == string(data) {
		return nil
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.WriteFile(a.Cache, data, 0o644)
}
