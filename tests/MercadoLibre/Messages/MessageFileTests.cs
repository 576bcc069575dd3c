using System.Security.Cryptography;

namespace MeliBot.MercadoLibre.Tests;

public sealed class MessageFileTests
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task A_file_is_uploaded_as_the_platform_wants_it()
    {
        string? name = null, type = null, site = null;
        byte[]? received = null;
        await using var platform = await FakePlatform.StartAsync(async (context, _) =>
        {
            var file = (await context.Request.ReadFormAsync(_none)).Files.GetFile("file")!;
            (name, type, site) = (file.FileName, file.ContentType, context.Request.Query["site_id"]);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, _none);
            received = bytes.ToArray();
            await context.JsonAsync("""{"id":"7_a.pdf"}""");
        });
        await using var test = await new TestClient(platform).LinkedAsync();
        var sent = RandomNumberGenerator.GetBytes(5_000);

        var uploaded = await test.Me.MessageFiles.UploadAsync("MLB", "Nota fiscal \"1\".pdf", "application/pdf", sent, _none);

        uploaded.Key.ShouldBe("7_a.pdf");
        (name, type, site).ShouldBe(("Nota fiscal '1'.pdf", "application/pdf", "MLB"));
        received.ShouldBe(sent);
    }

    [Fact]
    public async Task The_largest_file_that_the_platform_takes_comes_down_whole()
    {
        var bytes = new byte[MessageFiles.MaxBytes];
        await using var platform = await FakePlatform.StartAsync((context, _) => context.Response.Body.WriteAsync(bytes).AsTask());
        await using var test = await new TestClient(platform).LinkedAsync();

        (await test.Me.MessageFiles.DownloadAsync("7_a.pdf", "MLB", _none)).Length.ShouldBe(bytes.Length);
        platform.Requests.ShouldHaveSingleItem().Target.ShouldBe("/messages/attachments/7_a.pdf?tag=post_sale&site_id=MLB");
    }

    [Theory]
    [InlineData("../users/me")]
    [InlineData("..")]
    [InlineData("a/b.png")]
    [InlineData("a.png?site_id=MLA")]
    [InlineData("")]
    public async Task A_name_that_would_lead_elsewhere_is_never_asked_for(string name)
    {
        await using var platform = await FakePlatform.StartAsync();
        await using var test = await new TestClient(platform).LinkedAsync();

        await Should.ThrowAsync<ArgumentException>(() => test.Me.MessageFiles.DownloadAsync(name, "MLB", _none));
        platform.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_that_fails_isnt_repeated()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.JsonAsync("""{"message":"File can not be saved, try it later","error":null,"status":500,"cause":[]}""", 500));
        await using var test = await new TestClient(platform).LinkedAsync();

        (await Should.ThrowAsync<MercadoLibreException>(() => test.Me.MessageFiles.UploadAsync("MLB", "a.png", "image/png", new byte[1], _none))).Error.IsTransient.ShouldBeTrue();
        platform.Requests.Count.ShouldBe(1);
    }
}
