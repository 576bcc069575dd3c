using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace MeliBot.Adapter.Webhooks;

/// <summary>Addresses and networks, IPv4 and IPv6; an IPv4 address written as IPv6 is the same address.</summary>
internal sealed class AddressList(IEnumerable<string> entries)
{
    private readonly IPNetwork[] _networks = [.. entries.Select(entry => TryParse(entry, out var network) ? network.Value : default).Where(network => network.BaseAddress is not null)];

    public bool IsEmpty => _networks.Length == 0;

    public static bool TryParse(string? entry, [NotNullWhen(true)] out IPNetwork? network)
    {
        network = null;
        if (IPNetwork.TryParse(entry, out var parsed)) network = parsed;
        else if (IPAddress.TryParse(entry, out var address)) network = new IPNetwork(Plain(address), Plain(address).GetAddressBytes().Length * 8);
        return network is not null;
    }

    public bool Contains(IPAddress? address)
    {
        if (address is null) return false;
        var plain = Plain(address);
        return Array.Exists(_networks, network => network.Contains(plain));
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
