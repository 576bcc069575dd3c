using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

public class Choice
{
    public Choice(string value = null) => Value = value;

    /// <summary>What the prompt returns.</summary>
    [JsonProperty("value")]
    public string Value { get; set; }

    /// <summary>Its title, if it has one, is shown instead of the value.</summary>
    [JsonProperty("action")]
    public CardAction Action { get; set; }

    /// <summary>Other words that mean this choice; never shown.</summary>
    [JsonProperty("synonyms")]
    public List<string> Synonyms { get; set; }

    internal string Shown => Action?.Title ?? Value;
}
