<?xml version="1.0" encoding="UTF-8"?>
<!-- Bildet die Angaben des Formulars S05999000100 (XFall-XML nach den Kennungen des Datenschemas) auf den fachlichen Teil von
     hundesteuer.anmeldung.0101 ab. Den Nachrichtenkopf ergänzt das Portal; es übergibt ihn als Parameter. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:fim-de:xfall:datenschema:xdf3" xmlns:xmd="urn:swift-xoev:xmusterdienst:1.0" exclude-result-prefixes="f" version="1.0">
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:param name="nachrichtenkopf" select="/.."/>
  <xsl:param name="produkt">Musterportal</xsl:param>
  <xsl:param name="produkthersteller">swift-xoev</xsl:param>
  <xsl:template match="/f:S05999000100V1.0.0">
    <xmd:hundesteuer.anmeldung.0101 standard="XMusterdienst" version="1.0" produkt="{$produkt}" produkthersteller="{$produkthersteller}">
      <xsl:copy-of select="$nachrichtenkopf"/>
      <xsl:apply-templates select="f:G05999000010V1.0.0"/>
      <xsl:apply-templates select="f:G05999000120V1.0.0"/>
      <xsl:apply-templates select="f:G05999000145V1.0.0"/>
      <xsl:apply-templates select="f:G05999000140V1.0.0"/>
    </xmd:hundesteuer.anmeldung.0101>
  </xsl:template>
  <xsl:template match="f:G05999000010V1.0.0">
    <xmd:halter>
      <xmd:natuerlichePerson>
        <xmd:vorname><xsl:value-of select="f:F05999000013V1.0.0"/></xmd:vorname>
        <xmd:nachname><xsl:value-of select="f:F05999000014V1.0.0"/></xmd:nachname>
        <xmd:geburtsdatum><xsl:value-of select="f:F05999000015V1.0.0"/></xmd:geburtsdatum>
      </xmd:natuerlichePerson>
      <xsl:for-each select="f:G05999000020V1.0.0">
        <xmd:anschrift>
          <xmd:strasse><xsl:value-of select="f:F05999000021V1.0.0"/></xmd:strasse>
          <xmd:hausnummer><xsl:value-of select="f:F05999000022V1.0.0"/></xmd:hausnummer>
          <xmd:postleitzahl><xsl:value-of select="f:F05999000024V1.0.0"/></xmd:postleitzahl>
          <xmd:ort><xsl:value-of select="f:F05999000025V1.0.0"/></xmd:ort>
        </xmd:anschrift>
      </xsl:for-each>
      <xsl:for-each select="f:G05999000030V1.0.0/f:F05999000031V1.0.0">
        <xmd:erreichbarkeit>
          <xmd:kanal><code>01</code></xmd:kanal>
          <xmd:kennung><xsl:value-of select="."/></xmd:kennung>
        </xmd:erreichbarkeit>
      </xsl:for-each>
      <xsl:for-each select="f:G05999000030V1.0.0/f:F05999000032V1.0.0">
        <xmd:erreichbarkeit>
          <xmd:kanal><code>02</code></xmd:kanal>
          <xmd:kennung><xsl:value-of select="."/></xmd:kennung>
        </xmd:erreichbarkeit>
      </xsl:for-each>
    </xmd:halter>
  </xsl:template>
  <xsl:template match="f:G05999000120V1.0.0">
    <xmd:hund id="hund{position()}">
      <xmd:name><xsl:value-of select="f:F05999000121V1.0.0"/></xmd:name>
      <xmd:rasse listURI="urn:swift-xoev:codeliste:xmusterdienst-hunderasse" listVersionID="2026-01-01">
        <code><xsl:value-of select="f:F05999000122V1.0.0"/></code>
      </xmd:rasse>
      <xsl:for-each select="f:F05999000124V1.0.0">
        <xmd:wurfdatum><xsl:value-of select="."/></xmd:wurfdatum>
      </xsl:for-each>
      <xsl:for-each select="f:F05999000126V1.0.0">
        <xmd:chipnummer><xsl:value-of select="."/></xmd:chipnummer>
      </xsl:for-each>
      <xmd:haltungsbeginn><xsl:value-of select="../f:G05999000110V1.0.0/f:F05999000112V1.0.0"/></xmd:haltungsbeginn>
      <xmd:zweck><code><xsl:value-of select="f:F05999000129V1.0.0"/></code></xmd:zweck>
    </xmd:hund>
  </xsl:template>
  <xsl:template match="f:G05999000145V1.0.0">
    <xmd:zahlung>
      <xmd:rhythmus><code><xsl:value-of select="f:F05999000146V1.0.0"/></code></xmd:rhythmus>
      <xsl:choose>
        <xsl:when test="f:G05999000150V1.0.0/f:G05999000160V1.0.0">
          <xmd:lastschrift>
            <xmd:iban><xsl:value-of select="f:G05999000150V1.0.0/f:G05999000160V1.0.0/f:F05999000162V1.0.0"/></xmd:iban>
            <xmd:kontoinhaber><xsl:value-of select="f:G05999000150V1.0.0/f:G05999000160V1.0.0/f:F05999000161V1.0.0"/></xmd:kontoinhaber>
          </xmd:lastschrift>
        </xsl:when>
        <xsl:otherwise>
          <xmd:ueberweisung/>
        </xsl:otherwise>
      </xsl:choose>
    </xmd:zahlung>
  </xsl:template>
  <xsl:template match="f:G05999000140V1.0.0">
    <xsl:if test="string(f:F05999000142V1.0.0)">
      <xmd:ermaessigung>
        <xmd:begruendung><xsl:value-of select="f:F05999000142V1.0.0"/></xmd:begruendung>
      </xmd:ermaessigung>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
