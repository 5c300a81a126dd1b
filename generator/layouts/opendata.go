package layouts

import "referat/generator/site"

// datasetLabels are the names of datasets and what is said of them, where these are not an
// author's.
func datasetLabels() []need {
	return []need{{"data_minutes", 0}, {"data_minutes_about", 0}, {"data_items", 0}, {"data_items_about", 0}, {"data_subjects_about", 1}}
}

// dataLabels are the words of what describes the data: of the catalogue, and of every column
// of every kind of table.
func dataLabels() []need {
	labels := append(datasetLabels(), []need{{"data_catalogue", 1}, {"data_catalogue_about", 1}, {"items_kinds", 1}}...)
	for _, table := range site.TableKinds() {
		for _, column := range table.Columns {
			n := need{key: table.Kind + "_" + column}
			if column == "masked" || column == "concerns" {
				n.args = 1 // the mark, or the file that has the ids
			}
			labels = append(labels, n)
		}
	}
	return labels
}
