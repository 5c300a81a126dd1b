package layouts

import "referat/generator/site"

// dataLabels are the words of what describes the data: of the catalogue, and of every column
// of every kind of table.
func dataLabels() []need {
	labels := []need{{"data_catalogue", 1}, {"data_catalogue_about", 1}, {"data_minutes", 0}, {"data_minutes_about", 0},
		{"data_items", 0}, {"data_items_about", 0}, {"data_subjects_about", 1}}
	for _, table := range site.TableKinds() {
		for _, column := range table.Columns {
			n := need{key: table.Kind + "_" + column}
			if column == "masked" {
				n.args = 1 // the mark
			}
			labels = append(labels, n)
		}
	}
	return labels
}
