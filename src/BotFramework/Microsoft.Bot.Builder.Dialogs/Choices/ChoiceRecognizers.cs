using Microsoft.Bot.Builder.Dialogs.Understanding;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds choices by their words; where there are none, by their place in the list, then by their number.</summary>
public class ChoiceRecognizers
{
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<string> choices, FindChoicesOptions options = null) =>
        RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices ?? throw new ArgumentNullException(nameof(choices))), options);

    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> list, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        utterance ??= string.Empty;
        options ??= new FindChoicesOptions();

        var found = Find.FindChoices(utterance, list, options);
        if (found.Count == 0 && options.RecognizeOrdinals)
            found = ByPlace(OrdinalRecognizer.All(utterance, options.Locale), utterance, list);
        if (found.Count == 0 && options.RecognizeNumbers)
            found = ByPlace(NumberRecognizer.AllPlaces(utterance, options.Locale), utterance, list);
        return found;
    }

    private static List<ModelResult<FoundChoice>> ByPlace(IEnumerable<Place> places, string utterance, IList<Choice> list) =>
        places
            .Select(place => (place, Index: place.FromEnd ? list.Count - place.Number : place.Number - 1))
            .Where(found => found.Index >= 0 && found.Index < list.Count)
            .OrderBy(found => found.place.Start)
            .Select(found => new ModelResult<FoundChoice>
            {
                Text = utterance[found.place.Start..found.place.End],
                Start = found.place.Start,
                End = found.place.End - 1,
                TypeName = "choice",
                Resolution = new FoundChoice { Value = list[found.Index].Value, Index = found.Index, Score = 1 },
            })
            .ToList();
}
