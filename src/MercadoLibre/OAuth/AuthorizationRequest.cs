namespace MeliBot.MercadoLibre;

/// <summary>
/// A seller's consent that was asked for. Keep it on the server side until he comes back: <see cref="State"/> proves that the answer
/// belongs to it, and <see cref="CodeVerifier"/> is a secret. Use it once.
/// </summary>
/// <param name="Site">Such as <c>MLB</c>.</param>
/// <param name="Url">Where to send the seller's browser. He must be the account's owner or administrator.</param>
/// <param name="State">Comes back unchanged.</param>
/// <param name="CodeVerifier">PKCE's secret half.</param>
public sealed record AuthorizationRequest(string Site, Uri Url, string State, string CodeVerifier)
{
    public override string ToString() => $"AuthorizationRequest {{ Site = {Site} }}";
}
