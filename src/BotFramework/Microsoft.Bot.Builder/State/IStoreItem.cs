namespace Microsoft.Bot.Builder;

public interface IStoreItem
{
    /// <summary>The version last read; <c>*</c> overwrites any.</summary>
    string ETag { get; set; }
}
