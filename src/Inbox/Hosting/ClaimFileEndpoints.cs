using MeliBot.Adapter.Claims;
using MeliBot.Inbox.Claims;
using MeliBot.Inbox.People;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace MeliBot.Inbox.Hosting;

/// <summary>Passes a file of a claim on to whoever may read it.</summary>
internal static class ClaimFileEndpoints
{
    public static void MapClaimFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/files/claims/{account:long}/{claim:long}/{message}/{number:int}", GetAsync).RequireAuthorization(InboxPolicies.Read);

    /// <summary>Where a file is.</summary>
    public static string Address(ClaimView view, ClaimMessageView message, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/files/claims/{view.Conversation.Account}/{view.Id}/{Uri.EscapeDataString(message.Key ?? "")}/{number}");

    private static async Task<IResult> GetAsync(HttpContext http, long account, long claim, string message, int number, ClaimDesk desk, [FromServices] IMercadoLibreClient client)
    {
        if (await desk.ReadAsync(ClaimKeys.Conversation(account, claim), http.RequestAborted) is not { } view
            || view.Messages.FirstOrDefault(known => known.Key is not null && string.Equals(known.Key, message, StringComparison.Ordinal)) is not { } found
            || number < 0 || number >= found.Files.Count || found.Files[number] is not { Key: { } key } file || !MessageFiles.IsName(key))
            return Results.NotFound();
        try
        {
            return StrangersFile.Save(http, file.Name, await client.For(account).ClaimFiles.DownloadAsync(claim, key, http.RequestAborted));
        }
        catch (MercadoLibreException failure)
        {
            return Results.Text($"Mercado Libre doesn't give the file: {failure.Error.Message}", statusCode: StatusCodes.Status502BadGateway);
        }
    }
}
