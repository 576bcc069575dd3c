using System.Globalization;
using System.Text;

namespace MeliBot.Delivery.Queues.AzureStorage;

/// <summary>Which queue an account's hints go through.</summary>
internal static class QueuePartition
{
    private const uint Offset = 2_166_136_261;
    private const uint Prime = 16_777_619;

    /// <summary>The same in every process and for good: FNV-1a over the account's digits.</summary>
    public static int Of(long account, int partitions)
    {
        var hash = Offset;
        foreach (var letter in Encoding.ASCII.GetBytes(account.ToString(CultureInfo.InvariantCulture))) hash = unchecked((hash ^ letter) * Prime);
        return (int)(hash % (uint)partitions);
    }

    public static string Name(string prefix, int partition) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{partition:D2}");

    public static string Poison(string prefix) => prefix + "-poison";
}
