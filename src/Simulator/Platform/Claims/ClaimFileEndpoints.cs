using System.Buffers;
using System.Text.Json.Nodes;

namespace MeliBot.Simulator;

/// <summary>Files of claims: for messages, for evidences and for what came back wrong.</summary>
internal static class ClaimFileEndpoints
{
    public const int MaxBytes = 5 * 1024 * 1024;
    public const int MaxName = 125;

    private const string Claim = "/post-purchase/v1/claims/{id}";
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    public static void MapClaimFiles(this IEndpointRouteBuilder app, World world)
    {
        foreach (var (path, key) in new[] { ("/attachments", "filename"), ("/attachments-evidences", "file_name"), ("/returns/attachments", "file_name") })
        {
            app.Claim(world, "POST", Claim + path, http => UploadAsync(http, world, key, path));
            if (path.StartsWith("/returns", StringComparison.Ordinal)) continue;
            app.Claim(world, $"{Claim}{path}/{{file}}", http => Read(http, world, found => Reply.Ok(ClaimJson.File(found))));
            app.Claim(world, $"{Claim}{path}/{{file}}/download", http => Read(http, world, found => Results.Bytes(world.Claims.Files.Content(found.Id)!, found.Type)));
        }
    }

    private static async Task<IResult> UploadAsync(HttpContext http, World world, string key, string path)
    {
        if (ClaimAccess.Read(http, world, out var claim) is { } no) return no;
        var back = path.StartsWith("/returns", StringComparison.Ordinal);
        IResult Bad(string message) => back ? Reply.Ok(new JsonObject { ["code"] = "bad_request", ["message"] = message }, 400) : Reply.Error(400, "bad_request_error", message);
        if (!http.Request.HasFormContentType) return Bad("A multipart body is required");
        var form = await http.Request.ReadFormAsync(CancellationToken.None);
        if (form.Files.GetFile("file") is not { } file || file.Length == 0) return Bad($"Error retrieving uploaded file. claim_id: {claim.Id}. caller_id: {Caller.Of(http).UserId}");
        if (file.Length > MaxBytes) return Bad("The file is bigger than 5 Mb");
        if (file.FileName.Length is 0 or > MaxName || file.FileName.AsSpan().ContainsAnyExcept(NameCharacters)) return Bad("The name of the file is not valid");
        var type = Path.GetExtension(file.FileName).ToUpperInvariant() switch { ".JPG" or ".JPEG" => "image/jpeg", ".PNG" => "image/png", ".PDF" => "application/pdf", _ => null };
        if (type is null) return Bad("The extension of the file is not allowed");
        using var content = new MemoryStream();
        await file.CopyToAsync(content, CancellationToken.None);
        var kept = world.Claims.Files.Add(Caller.Of(http).UserId, file.FileName, type, content.ToArray());
        return Reply.Ok(new JsonObject { ["user_id"] = Caller.Of(http).UserId, [key] = kept.Id }, 201);
    }

    private static IResult Read(HttpContext http, World world, Func<WorldFile, IResult> write)
    {
        if (ClaimAccess.Read(http, world, out var claim) is { } no) return no;
        var name = http.Part("file");
        return world.Claims.Files.Find(name) is { } file
            ? write(file)
            : Reply.Error(400, "business_logic_error", $"Attachment not found [claim: {claim.Id} - fileName: {name}]");
    }
}
