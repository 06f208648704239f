<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" readOnly="0" styleCategories="LayerConfiguration|Symbology|Labeling|Fields|Forms|MapTips" version="3.40.6">
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="1" type="RuleRenderer">
  <rules key="rod">
   <rule filter="&quot;alvor&quot; = 'fejl'" key="fejl" label="Fejl" symbol="0" />
   <rule filter="&quot;alvor&quot; = 'advarsel'" key="advarsel" label="Advarsel" symbol="1" />
   <rule filter="&quot;alvor&quot; = 'oplysning'" key="oplysning" label="Oplysning" symbol="2" />
   <rule filter="ELSE" key="ukendt" label="Ukendt alvor" symbol="3" />
  </rules>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="fejl_0" locked="0" pass="4">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,0,0,255,rgb:1,0,0,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="cross2" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="1.8" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="3.4" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 3.4, 2.04), 3.4)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" id="fejl_1" locked="0" pass="4">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,0,0,255,rgb:1,0,0,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="cross2" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="179,18,43,255,rgb:0.70196078431372544,0.07058823529411765,0.16862745098039217,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.9" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="3.4" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 3.4, 2.04), 3.4)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="advarsel_0" locked="0" pass="2">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="224,138,0,255,rgb:0.8784313725490196,0.54117647058823526,0,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="triangle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="3.2" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 3.2, 1.92), 3.2)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="oplysning_0" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="63,124,172,255,rgb:0.24705882352941178,0.48627450980392156,0.67450980392156867,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="2.2" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 2.2, 1.32), 2.2)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="3" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" id="ukendt_0" locked="0" pass="6">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,0,255,255,rgb:1,0,1,1" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="square" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255,rgb:1,1,1,1" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.3" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="3" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(scale_linear(@map_scale, 2000, 50000, 3.0, 1.8), 3.0)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <data-defined-properties>
   <Option type="Map">
    <Option name="name" type="QString" value="" />
    <Option name="properties" />
    <Option name="type" type="QString" value="collection" />
   </Option>
  </data-defined-properties>
 </renderer-v2>
 <selection mode="Default">
  <selectionColor invalid="1" />
 </selection>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <fieldConfiguration>
  <field configurationFlags="NoFlag" name="alvor">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Fejl" type="QString" value="fejl" />
       </Option>
       <Option type="Map">
        <Option name="Advarsel" type="QString" value="advarsel" />
       </Option>
       <Option type="Map">
        <Option name="Oplysning" type="QString" value="oplysning" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field configurationFlags="NoFlag" name="tekst">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option name="IsMultiline" type="bool" value="true" />
      <Option name="UseHtml" type="bool" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="lag" index="0" name="Lag" />
  <alias field="objekt_id" index="1" name="Objekt-id" />
  <alias field="alvor" index="2" name="Alvor" />
  <alias field="regel" index="3" name="Regel" />
  <alias field="tekst" index="4" name="Hvad der er galt, og hvad der kan gøres" />
  <alias field="indgang" index="5" name="Indgang" />
  <alias field="raekke" index="6" name="Række" />
  <alias field="antal" index="7" name="Antal objekter" />
 </aliases>
 <editorlayout>tablayout</editorlayout>
 <attributeEditorForm>
  <attributeEditorContainer collapsed="0" collapsedExpression="" collapsedExpressionEnabled="0" columnCount="1" groupBox="0" horizontalStretch="0" name="Oplysninger" showLabel="1" type="Tab" verticalStretch="0" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField horizontalStretch="0" index="4" name="tekst" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="0" name="lag" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="1" name="objekt_id" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="2" name="alvor" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="3" name="regel" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="5" name="indgang" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="6" name="raekke" showLabel="1" verticalStretch="0">
    </attributeEditorField>
   <attributeEditorField horizontalStretch="0" index="7" name="antal" showLabel="1" verticalStretch="0">
    </attributeEditorField>
  </attributeEditorContainer>
 </attributeEditorForm>
 <labelOnTop>
  <field labelOnTop="1" name="tekst" />
 </labelOnTop>
 <previewExpression>coalesce(nullif(to_string(attribute(@feature, 'adresse')), ''), nullif(to_string(attribute(@feature, 'navn')), ''), nullif(to_string(attribute(@feature, 'jordstykker')), ''), nullif(to_string(attribute(@feature, 'tema_navn')), ''), nullif(to_string(attribute(@feature, 'kilde')), ''), 'Bygning uden adresse (BBR ' || nullif(to_string(attribute(@feature, 'bbrnummer')), '') || ')', 'Bygning uden adresse (id ' || left(nullif(to_string(attribute(@feature, 'bygning_id')), ''), 8) || ')', nullif(to_string(attribute(@feature, 'objekt_id')), ''), nullif(to_string(attribute(@feature, 'ejendom_id')), ''), nullif(to_string(attribute(@feature, 'fra_id')), ''), 'Nr. ' || to_string(@id))</previewExpression>
 <mapTip enabled="1">&lt;div style="font-family: sans-serif; max-width: 28em"&gt;
&lt;b&gt;[% coalesce(replace(replace(nullif(to_string(attribute(@feature, 'alvor')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), 'fund') %]: [% coalesce(replace(replace(nullif(to_string(attribute(@feature, 'lag')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), 'lag') %]&lt;/b&gt; [% coalesce(replace(replace(nullif(to_string(attribute(@feature, 'objekt_id')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '') %]
&lt;p style="margin: 0.3em 0"&gt;[% coalesce(replace(replace(nullif(to_string(attribute(@feature, 'tekst')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '') %]&lt;/p&gt;
&lt;p style="margin: 0.3em 0; color: #5c564d"&gt;Regel: [% coalesce(replace(replace(nullif(to_string(attribute(@feature, 'regel')), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), 'ukendt') %]&lt;/p&gt;
&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
