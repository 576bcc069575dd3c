using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

public class FoundChoice
{
    [JsonProperty("value")]
    public string Value { get; set; }

    /// <summary>From 0.</summary>
    [JsonProperty("index")]
    public int Index { get; set; }

    /// <summary>0 to 1: how much of the choice was said, less what was said in between.</summary>
    [JsonProperty("score")]
    public float Score { get; set; }

    /// <summary>The words by which it was found; null when it was found by number or place.</summary>
    [JsonProperty("synonym")]
    public string Synonym { get; set; }
}

public class FoundValue
{
    [JsonProperty("value")]
    public string Value { get; set; }

    [JsonProperty("index")]
    public int Index { get; set; }

    [JsonProperty("score")]
    public float Score { get; set; }
}

public class SortedValue
{
    public string Value { get; set; }

    /// <summary>Several values may share one: synonyms of the same choice.</summary>
    public int Index { get; set; }
}

public class ModelResult<T>
{
    public string Text { get; set; }

    public int Start { get; set; }

    /// <summary>The last character, not the one behind it.</summary>
    public int End { get; set; }

    public string TypeName { get; set; }

    public T Resolution { get; set; }
}
