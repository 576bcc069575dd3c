using System.Xml.Linq;
using MeliBot.Delivery.Records;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace MeliBot.Adapter.Accounts;

/// <summary>Data Protection's key ring in our own database, so that every process of an installation reads the same tokens.</summary>
public sealed class RecordXmlRepository(IRecordStore records) : IXmlRepository
{
    private const string Kind = "key-ring";

    // Data Protection's contract is synchronous; it calls at start and about once a day.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. records.ListAsync(Kind, CancellationToken.None).GetAwaiter().GetResult().Where(record => record.Value is not null).Select(record => XElement.Parse(record.Value!))];

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var key = string.IsNullOrWhiteSpace(friendlyName) ? Guid.NewGuid().ToString("N") : friendlyName;
        records.WriteAsync(Kind, key, element.ToString(SaveOptions.DisableFormatting), null, CancellationToken.None).GetAwaiter().GetResult();
    }
}
