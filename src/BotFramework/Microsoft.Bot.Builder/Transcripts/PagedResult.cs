namespace Microsoft.Bot.Builder;

public class PagedResult<T>
{
    public T[] Items { get; set; } = [];

    /// <summary>What asks for the next page; null on the last.</summary>
    public string ContinuationToken { get; set; }
}
